# Lo que dicen las páginas.

skip = Ir a la página
rail = Páginas
menu = Menú
stop = ALTO
go = SÍ
no = NO
scan = Escanear un arma
make-safe = Asegurar
hub-in-reach = central al alcance
entry = asiento { $entry }

place-board = Tablero
place-weapons = Armas
place-rounds = Munición
place-scenes = Escenas
place-day = Jornada
place-people = Personas
place-rules = Reglas
place-record = Registro
place-refusals = Negativas
place-labels = Etiquetas

board-day = Tablero · { $date }
board-running = { $set_up }, { $activity }
board-nothing-runs = Nada en marcha
board-no-day = No hay jornada abierta
board-empty = No consta ningún arma. Anote primero una entrega.
board-nothing-out = No hay armas fuera. Escanee una, o saque una de la caja fuerte.
board-in-a-hand = En mano
board-with-a-handler = Con un responsable
board-elsewhere = En otro lugar
board-in-the-safe = En la caja fuerte
book-delivery = Anotar una entrega
count-in-a-hand = { $n } en mano
count-with-handlers = { $n } con responsables
count-in-the-safe = { $n } en la caja fuerte
bearer-under = { $bearer }, a cargo de { $handler }
on-hold = en espera
not-checked = sin comprobar
check-holds = la comprobación vale
check-holds-more = { $n ->
    [0] la comprobación vale menos de un minuto más
    [one] la comprobación vale un minuto más
   *[other] la comprobación vale { $n } minutos más
}
check-too-old = la comprobación es demasiado antigua
twin-of = (gemela de { $weapon })
hold-of = ESPERA · { $weapon }
hold-muzzle = Boca del cañón segura hasta que responsable y testigo la den por terminada.
stopped-set = Alto: todo el plató, hasta que respondan Primer AD y un responsable.
stopped-scene = Alto: escena { $scene }, hasta que respondan Primer AD y un responsable.
not-writable = { $n ->
    [0] No se puede escribir el registro: toda petición es un no.
    [one] No se puede escribir el registro: toda petición es un no, y espera un parte.
   *[other] No se puede escribir el registro: toda petición es un no, y esperan { $n } partes.
}
clock-stepped = El reloj saltó: toda petición es un no hasta que dos cargos confirmen la hora.
incident-open = Incidente { $id }: { $cause }
incident-due = Incidente { $id }: { $cause }. Próximo plazo en { $left }.
incident-overdue = Incidente { $id }: { $cause }. Un plazo venció a las { $since }.
concern-open = Inquietud: { $about }
rounds-missing = { $n ->
    [one] falta un cartucho
   *[other] faltan { $n } cartuchos
}
rounds-accounted = { $lots ->
    [0] no consta ninguna
    [one] un lote, todo cuadra
   *[other] { $lots } lotes, todo cuadra
}
refused-today = Negadas hoy
refused-count = { $n ->
    [0] ninguna
   *[other] { $open ->
        [0] { $n }, todas resueltas
       *[other] { $n }, { $open } abiertas
    }
}

go-written = Escrito como asiento { $entry } a las { $time }.
go-passed = Fue un sí, y ya no vale. Pregunte de nuevo.
no-count = { $n ->
    [one] Una cosa impide { $wanted }.
   *[other] { $n } cosas impiden { $wanted }.
}
warnings = A tener en cuenta
status-secondary = secundaria: conocida por quienes la citan
not-legal-advice = No es asesoramiento jurídico. Las reglas son nuestras lecturas de sus fuentes.

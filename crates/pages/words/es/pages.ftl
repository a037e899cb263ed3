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

weapon-chain = Todos sus asientos, el más reciente primero
weapon-held = En espera. Boca segura hasta que responsable y testigo la den por terminada.
weapon-preserved = Conservada como se halló. Asegúrela. No la abra ni descargue, salvo que peligre una vida.
weapon-stood-down = Suspendida, hasta que se levante.
weapon-quarantined = En cuarentena, hasta que se acepte o se libere.
weapon-unwatched = Sin vigilancia. Necesita otra comprobación.
check-never = Nunca comprobada.
check-void = Ninguna comprobación vale.
check-void-since = Desde { $since }: { $why }.
check-it-holds = La comprobación vale.
check-is-too-old = La comprobación es demasiado antigua.
check-since = Desde { $since }: por { $by }, ante { $before }.
check-allows = El libro permite { $n } minutos.
check-again = Compruébela de nuevo.
bore-seen = Ánima vista limpia.
bore-not-seen = Ánima no vista limpia.
act-check_out = Sacar
act-receive = Recibir
act-check = Comprobar
act-load = Cargar
act-show = Mostrar
act-issue = Entregar
collect = Recoger
lock-away = Guardar
record-upto = hasta el asiento { $entry }
record-empty = Aún no se ha pedido ni comunicado nada.
record-older = Asientos anteriores
record-never-edited = Nada de esto se puede editar. Una corrección es un asiento nuevo que nombra al antiguo.
record-entry = Asiento
record-time = Hora
record-what = Qué
record-by = Por
record-answer = Respuesta
record-because = Porque
nobody-named = sin nombre
incident = incidente { $id }
refusals-none = Hoy no se ha negado nada.
refusals-are-kept = Una negativa es un casi accidente, y consta con lo que se tardó en resolverla. No se usa contra nadie.
put-right-in = Resuelto en { $span }
not-put-right = Aún sin resolver
rounds-empty = No constan cartuchos. Anote primero una entrega.
rounds-move = Mover
rounds-count = Contar
derived-from-parts = según sus piezas
lot = Lote
lot-quarantined = En cuarentena.
lot-not-accepted = Sin aceptar.
lot-unattended = Quedó sin vigilancia desde que se probó.
lot-not-tested = Sin probar uno a uno.
rounds-where = Dónde
rounds-all = todos
rounds-sum = Suma
rule-force = Fuerza
rule-effect = Efecto
rule-status = Estado
status-is-verified = verificada
status-is-secondary = secundaria
rule-secondary-means = Secundaria: conocemos este texto por quienes lo citan. No hemos leído la fuente.
rule-source = Fuente
rule-words-are-ours = Las palabras son nuestras, no de la fuente.
rule-remedy = Qué lo convierte en un sí
rule-reads = Qué lee
rule-in-force = Vigente
rule-said-no = Veces que dijo no hoy
rule-text = La regla tal como decide
enroll = Dar de alta
person-on-duty = De servicio con armas
person-away = Fuera del plató
person-unwilling = No quiere manejar armas
person-barred = Tiene prohibidas las armas
person-minor = Menor de edad
paper-ends = { $kind } vence el { $date }
look-ahead = Mirar adelante
ahead-of-set-up = Plano { $set_up }
ahead-of-wrap = Cierre
ahead-kept-nowhere = ¿Qué lo impide? No queda constancia.
ahead-nothing = No queda nada por hacer, y nada lo impide.
ahead-in-the-way = Lo impide, aunque todo se haga bien
ahead-to-do = Por hacer
stop-is-called = Se ha llamado al ALTO
stop-everywhere = Todas las pantallas del plató lo muestran.
stop-with-name = Enviado con su nombre.
stop-without-name = Enviado sin su nombre.
stop-not-yet-recorded = Aún sin registrar.
stop-entry = Asiento { $entry }.
stop-nothing-more = No tiene que hacer nada más.
stop-if-you-want = Si quiere decir lo que vio:
stop-someone-is-hurt = Hay alguien herido
stop-a-bullet-round = Un cartucho con bala
stop-pointed = Apuntaron a alguien
stop-other = Otra cosa
stop-goes-on = La escena sigue cuando hayan respondido el Primer AD y un responsable. Llamar al alto nunca se usa contra nadie.
menu-look = Luz
menu-language = Idioma

choose-person = Elija
how-own-phone = En su teléfono
how-spoken = De viva voz
wrong-choose-person = Elija quién responde.
wrong-choose-set-up = Elija un plano de hoy. Si no está, el Primer AD lo añade.
check-kind-a = Comprobación de vacío
check-kind-b = Comprobación de identidad
check-kind-c = Comprobación de filo
check-kind-d = Comprobación de artificio
check-witness = Ante quién
check-ask = Ambos lo vieron así
check-round-in-it = Hay un cartucho dentro
check-unknown-until = Desconocido, tratado como real, hasta tocar cada una y que responda el testigo.
check-of = Comprobar { $weapon }
check-tap-each = Mecanismo abierto. Toque cada una cuando ambos la vean vacía. Vista desde atrás, la 1 en la marca.
check-no-positions = No consta cuántas posiciones tiene. Anótelo al aceptarla.
bore = Ánima
magazine-out = Cargador fuera, o ninguno
check-tag = Placa leída, y es la misma
check-inert = Tapón visto, o cuerpo doblado
check-twin = { $weapon } descartada
check-fixing = Hoja, cabeza y puño firmes
check-edge = Filo y punta, palpados a lo largo
edge-blunt = Romo
edge-sharp = Afilado
edge-untested = Sin probar
check-paper = Hoja del fabricante para este uso leída
issue-to = Entrega a { $bearer }
issue-of = Entregar { $weapon }
issue-bearer = A quién
issue-activity = Para qué
issue-as-planned = Como está previsto
issue-watched-giver = Yo
issue-mark = Marca en el suelo
issue-briefed = Informado del punto de mira, la carga y adónde van las vainas
issue-ask = ¿Puede entregarse?
set-up = Plano
twin-is-out = Su gemela { $weapon } está fuera. Lea la placa.
gives-it = la entrega
takes-it = la vio, la toma
say-on-the-radio = Dígalo por radio, y que se repita.
hub-lost-since = sin central desde
stop-seen = Lo veo

put-down = Dejar
unload = Descargar
may-always-make-safe = Siempre puede asegurar.
stand-down = SUSPENSIÓN
stand-down-no-to = No a: cargar, entregar, permiso de disparo, anunciar.
stand-down-of-production = Para todas las armas de la producción, hasta que se levante la suspensión.
stand-down-of-scene = Para todas las armas de la escena { $scene }, hasta que se levante la suspensión.
stand-down-of-weapon = Para { $weapon }, hasta que se levante la suspensión.
scene-n = escena { $scene }
incident-since = Desde { $since }: { $cause }.
preserved-as-found = { $weapon } se conserva como se halló.
preserved-means = Asegúrela. No la abra ni descargue, salvo que peligre una vida.
a-handler = un responsable de armas
advisor-or-producer = Asesor de seguridad o Producción
lifted-by-all-of = La levantan juntos:
lifted-not-by = No por { $who }, que figura en él.
lifted-from-outside = Todos los que podrían figuran en él: dé de alta a alguien de fuera.
stop-bars-nobody = Llamar al alto no excluye a nadie.
clocks-of-the-law = Plazos de la ley
clock-overdue = vencido
incident-closed = Cerrado a las { $since }
incident-cause = Causa
incident-action = Medida
scene = Escena
scenes-empty = No hay escenas planificadas. Planifique una primero.
scene-plan = Planificar una escena
scenes-today = En el orden de hoy
scenes-not-today = Hoy no
scene-plan-in-force = Plan en vigor
scene-risk-assessed = Riesgo evaluado
scene-on-todays-schedule = En el orden de hoy
scene-met-about-today = Reunión celebrada hoy
use-display = exhibir
use-rehearse = ensayar
use-dry_fire = disparo en seco
use-fire = disparar
use-contact = contacto
plan-uses = Para
plan-shots = Máximo de disparos por arma y toma
plan-least-distance = Distancia mínima
metres = { $n } m
plan-revision = Revisión { $n } del plan
wall-nothing-out = No hay armas fuera de la caja fuerte.
wall-page = { $page } de { $pages }

nothing-here = No hay nada en esta dirección.
seal-number = Número del precinto, si lo hay
collect-done = La tengo de vuelta
lock-away-done = Está guardada
never-refused = Asegurar es un parte: nunca se niega.
waiting-asked-by = { $by } pide: { $what }
waiting-you-witness = ¿Lo vio así, cada posición y el ánima?
waiting-you-bearer = ¿La vio, y la toma?
waiting-you-accepts = ¿Acepta?
waiting-you-confirms = ¿Confirma?
waiting-you-hears = ¿Oyó las respuestas?
waiting-you-reads_back = ¿Lo repitió?
waiting-confirm = Sí
waiting-decline = No
waiting-declining = Declinar también es una respuesta. No tiene consecuencias.
waiting-until = No se decide nada hasta que respondan todos.
as-witness = testigo
as-bearer = la toma
as-accepts = acepta
as-confirms = confirma
as-hears = oye
as-reads_back = repite
answered = respondido
not-yet = aún no
waiting-for-you = { $by } le pide: { $what }, { $about }
waiting-declined = { $by } declinó. No se pidió nada, y no tiene consecuencias.
waiting-over = Esta petición ya no espera. Pida de nuevo.
not-decided = No se decidió nada
not-now = La central no puede atenderlo ahora. Tómelo como un no, y pida de nuevo en unos segundos.
page-is-old = Esta página era antigua: algo cambió desde que se cargó. No se decidió nada. Mire de nuevo y pida otra vez.
go-hand-it = Entréguela a { $bearer } ahora.
go-for-only = Solo para { $set_up }.
no-stays = { $weapon } sigue con { $with }.
no-nothing-changes = Nada cambia.
check-ramrod = La baqueta sonó en la recámara
check-power-out = Sin corriente
trust-title = Confiar en esta central
trust-why = Un teléfono solo da cámara, clave de acceso y llave a una página segura. El certificado de esta central lo firma una autoridad hecha para este set, que su teléfono aún no conoce. Puede hablar por las direcciones de esta central y por nada más.
trust-fingerprint = Su huella (SHA-256)
trust-compare = Antes de confiar, compárela con la que le muestra quien lleva la central: se imprimió al crear la autoridad, y otra vez cada vez que arranca la central. Si no coinciden, no siga y avise.
trust-take = Tomar el certificado
trust-apple = iPhone y iPad
trust-apple-1 = Abra esta página en Safari, tome el certificado y permita la descarga.
trust-apple-2 = Ajustes, Perfil descargado: instálelo. (O Ajustes, General, VPN y gestión de dispositivos.)
trust-apple-3 = Ajustes, General, Información, Ajustes de confianza de los certificados: actívelo. Sin este paso está instalado, pero no es de confianza.
trust-apple-4 = Vuelva a la central por https.
trust-android = Android
trust-android-1 = Tome el certificado. El teléfono guarda el archivo, pero no lo instala por sí solo.
trust-android-2 = Ajustes, Seguridad, Más, Cifrado y credenciales, Instalar un certificado, Certificado de CA: elija el archivo. Los nombres cambian según el fabricante; busque «certificado de CA» en los ajustes.
trust-android-3 = Vuelva con Chrome. Desde ahora el teléfono puede decir que la red puede estar supervisada: lo dice de toda autoridad añadida a mano.
trust-windows = Portátil con Windows
trust-windows-1 = Tome el certificado y ábralo: Instalar certificado, Usuario actual.
trust-windows-2 = Colóquelo en Entidades de certificación raíz de confianza, y compare la huella.
trust-windows-3 = Abra de nuevo el navegador.
trust-mac = Portátil con macOS
trust-mac-1 = Tome el certificado y ábralo: Acceso a Llaveros lo añade al llavero de inicio de sesión.
trust-mac-2 = Ábralo allí: Confiar, SSL (Secure Sockets Layer), Confiar siempre.
trust-mac-3 = Abra de nuevo el navegador.
trust-firefox = Firefox, y portátiles con Linux
trust-firefox-1 = En Firefox: Ajustes, Privacidad y seguridad, Ver certificados, Autoridades, Importar. Confíe en ella para sitios web.
trust-firefox-2 = En Chromium con Linux: Configuración, Privacidad y seguridad, Seguridad, Gestionar certificados: impórtelo como de confianza.
trust-next = El próximo teléfono escanea esto
trust-then = La dirección debe ser una de las del certificado: con otra, el teléfono avisa igualmente.
trust-forget = Cuando acabe la producción, quite la autoridad de donde la puso.

person-papers = Documentos
person-no-papers = No consta ningún documento.
person-until = hasta { $date }
person-trained = Formación en
person-consents = Consentimientos
person-has = Tiene
person-may = Qué se puede hacer

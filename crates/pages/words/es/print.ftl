# Etiquetas, tarjetas, y la página del código de la hoja de rodaje.

print-choose = Qué imprimir, y en qué papel
print-all = Todo
print-weapons = Armas
print-lots = Munición
print-cards = Tarjetas
print-poster = Cartel
print-cards-title = Tarjetas para asegurar
print-how = { $n ->
    [one] Una hoja. Imprímala al 100 %, sin márgenes ni encabezados.
   *[other] { $n } hojas. Imprímalas al 100 %, sin márgenes ni encabezados.
}
print-here-alone = Estos códigos llevan a { $origin }, que es solo este equipo. Abra esta página por la dirección de la central en el plató, y entonces imprima.
print-nothing = No consta nada que etiquetar. Anote primero una entrega.
label-twin = Gemela
label-rack = Armero
label-serial = Serie
label-lot = Lote { $lot }
label-rounds = Cartuchos
label-rounds-on = { $n } el { $date }
label-maker = Fabricante
label-maker-unknown = desconocido
label-home-made = hecho para la producción o por ella
label-dated = Fecha
label-parent = Del lote
label-for = Hecho para

card-title = Asegurar
card-number = Tarjeta { $n } de { $of }
card-when = La central no está al alcance: toda respuesta es no. No se entrega, carga ni dispara nada. Asegurar no necesita respuesta.
card-do-stop = Llame al ALTO de viva voz y por radio.
card-do-muzzle = Boca en dirección segura, dedos fuera del disparador.
card-do-unload = El responsable recoge cada arma y la descarga. Tras un fallo espere lo que dice el libro; lo que se conserva tal como se halló no se toca.
card-do-lock = Guárdela bajo llave. Los cartuchos de cada lote, aparte.
card-do-write = Escríbalo aquí. Una tarjeta, un arma. Quien lleva las armas lo anota como parte cuando vuelve la central.
card-weapon = Arma
card-from = De manos de quién
card-to = A quién, o a qué caja fuerte
card-rounds = Cartuchos sacados, de qué lote
card-who = Quién lo hizo, quién lo vio
card-time = Hora
card-back = El alto, cuando vuelva la central:

poster-anyone = Cualquiera puede parar
poster-scan = Escanee y pulse ALTO. O diga qué le inquieta.
poster-no-name = Sin cuenta, y sin nombre si no quiere darlo. Nunca se usa contra nadie.
poster-no-hub = ¿No responde la central? Llame al ALTO de viva voz. Basta con eso.

concern-page = Alto, o una inquietud
concern-stop-acts = Actúa al momento, en todas las pantallas del plató.
concern-stop-then = El trabajo con armas se detiene hasta que respondan el Primer AD y un responsable.
concern-or = O diga qué le inquieta
concern-about = ¿De qué se trata?
concern-nameless = Sin mi nombre; si no, como { $who }
concern-has-no-name = Aquí no ha entrado nadie: va sin nombre.
concern-send = Comunicar la inquietud
concern-then = Una inquietud queda en el tablero hasta que se responde, y permanece en el registro. Comunicarla nunca se usa contra nadie.
concern-told = La inquietud está comunicada
concern-another = Alto, u otra inquietud
wrong-concern-empty = Diga de qué se trata: bastan unas palabras.
wrong-concern-long = Dígalo en 2000 letras como mucho.
wrong-concern-not-now = La central no pudo recibirla ahora. Envíela de nuevo en unos segundos, o dígaselo de viva voz al Primer AD o a quien lleva las armas.

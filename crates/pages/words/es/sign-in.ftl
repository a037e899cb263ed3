# Con qué se entra.

mine = Mi entrada
sign-in = Entrar
sign-in-how = ¿Primera vez en este dispositivo? Abra el enlace que le dieron, o escanee su código: quien puede dar entrada lo hace para usted. Es solo suyo.
sign-in-stop-works = ALTO funciona igualmente, sin nombre.
sign-in-done = Ha entrado como
sign-in-yours = Este navegador responde en ese nombre: treinta días como mucho, hasta tres días sin uso, o hasta que salga.
sign-in-station = Este puesto responde en ese nombre hasta cinco minutos sin uso, o hasta que salga.
sign-in-who = ¿Quién es usted?
sign-in-handle = Su nombre de uso, como está en la página de personas
sign-in-other = Otra persona: el nombre de uso, como está en la página de personas
sign-in-badge = Tengo una acreditación
sign-in-badge-code = Escanee la acreditación
sign-in-mine = Este dispositivo es solo mío: seguir dentro
sign-in-wait = Demasiados intentos equivocados. El siguiente se mira en { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
}. ALTO no espera nunca.
wrong-sign-in = La persona, la acreditación o el PIN no es correcto. Quien olvidó el PIN recibe otra invitación.
wrong-who = Diga quién es, o escanee su acreditación.
wrong-pin-missing = Hace falta el PIN.
wrong-pin-now = El PIN que tiene ahora no es correcto. No se cambió nada.
wrong-pin-wait = Demasiados intentos equivocados. No se cambió nada: espere un rato e inténtelo otra vez.
wrong-pin-form = Un PIN tiene de 6 a 12 cifras.
wrong-pin-trivial = Todos probarían primero este PIN. Elija uno con cuatro cifras distintas y sin patrón.
wrong-pin-again = Los dos tienen que ser iguales.
sign-out = Salir
sign-out-everywhere = Salir en todas partes
pin = PIN
pin-now = PIN que tiene ahora
pin-new = PIN nuevo, de 6 a 12 cifras
pin-again = El mismo otra vez
pin-set = Poner el PIN
pin-change = Cambiar el PIN
pin-none = Con un PIN entra en un puesto que usan también otros.
pin-is-set = Tiene uno. Es para puestos que usan también otros.
badge = Acreditación
badge-none = Una acreditación dice quién es usted, y solo escribe el PIN. La lee cualquier lector.
badge-is-made = Tiene una. Una nueva la anula.
badge-make = Hacer una acreditación
badge-lost = La acreditación se perdió: anularla
another-device = Otro dispositivo suyo
another-device-how = Un enlace con el que entra en otro dispositivo, una vez, en el plazo de un día.
another-device-link = Hacer un enlace
signed-in-where = Dónde está dentro
signed-in-since = Desde las { $time }, { $day }, con { $means }
place-station = Un puesto
place-own = Un dispositivo propio
place-here = este
means-passkey = llave de acceso
means-device_key = llave del dispositivo
means-pin = PIN
means-badge = un enlace
means-spoken = palabra dicha
means-attested = palabra de otra persona
link-for = Un enlace para
link-yours = Es solo para esa persona, y se gasta al pulsar. Desde entonces este navegador responde en ese nombre.
link-sign-in = Soy { $who }: entrar
link-not-you = ¿Es otra persona? No pulse. Dígaselo a quien le dio este enlace.
link-over = Este enlace ya no lleva a ninguna parte
link-over-then = Se usó, se retiró o terminó. Si no lo usó usted, dígaselo a quien se lo dio: puede haberlo usado otra persona. Pida uno nuevo.
not-kept = No se cambió nada
not-kept-then = La central no pudo escribirlo. Inténtelo otra vez; si sigue así, avise a quien lleva la central para que mire el disco.
given-invitation = Invitación para
given-invitation-how = Que la persona escanee esto, o envíe el enlace solo a esa persona. Sirve para entrar una vez, en el plazo de un día.
given-badge = Acreditación de
given-badge-how = Imprímala o póngala en una pulsera. Dice quién es usted; con ella hace falta igualmente el PIN.
given-once = Se muestra solo esta vez: la central guarda únicamente su suma.
given-done = Hecho
invite-head = Dar entrada a alguien
invite-whom = A quién
invite-how = Hace un enlace para una persona del registro, de un solo uso, en el plazo de un día. Lo que la persona puede hacer está en el registro.
invite-link = Hacer una invitación
invited = { $who } tiene invitación
holds-until = Hasta las { $time }, { $day }
withdraw = Retirar
guest-head = Mostrar una cosa a un invitado
guest-how = Un enlace para aseguradora, inspección o quien presta: muestra un arma, un día o un paquete de pruebas, y nada más, y con él no se puede hacer nada.
guest-pack = O el paquete de pruebas: el registro como está ahora, entero
guest-pack-how = Se puede descargar y comprobar sin la central. Lo que venga después no está en él. Lo descargado no se puede recuperar.
guest-the-pack = el paquete de pruebas
guest-the-pack-of = el paquete de pruebas, { $n } entradas
guest-weapon = Un arma
guest-day = O un día del registro
guest-days = Por cuánto tiempo
guest-for-days = { $days ->
    [one] un día
   *[other] { $days } días
}
guest-link = Hacer un enlace de invitado
guest-sees = Un invitado ve { $what }
wrong-guest = Elija un arma, un día o el paquete de pruebas.
given-guest = Enlace para un invitado
given-guest-how = Quien tiene este enlace ve esa única cosa, sin entrar, hasta que termine o usted lo retire.
guest-reads = Para un invitado: solo lectura, hasta las { $time }, { $day }
guest-day-empty = Ese día no se pidió ni se informó de nada.
guest-day-more = Las { $n } entradas más nuevas de ese día. El paquete de pruebas las tiene todas.
pack-what = El registro de esta unidad como estaba cuando se hizo este enlace: cada petición e informe, cómo se respondió a cada uno y por qué reglas. Las personas figuran con su nombre en el rodaje, sin contactos.
pack-fetch = Descargar el paquete, { $size }
pack-check = Descomprímalo y compruébelo sin fiarse de nadie de aquí. KEY es la clave del registro: pídala a alguien de su confianza, no la tome de esta página.
pack-newest = Sus { $n } entradas más nuevas. El paquete las tiene todas.
passkeys = Llaves de acceso
passkey-how = Una llave de acceso está en su teléfono, y con ella entra por huella o cara. Hace falta una página cifrada, o esta misma máquina.
passkey-make = Hacer una llave de acceso en este dispositivo
passkey-not-made = Aquí no se hizo ninguna llave de acceso. Si el dispositivo ya tiene una suya, entre con ella.
passkey-of = Para { $host }
passkey-since = Hecha el { $day }
passkey-drop = Quitar esta llave de acceso
passkey-sign-in = Entrar con una llave de acceso
passkey-none = Ninguna llave de acceso firmó. Inténtelo otra vez, o entre con PIN o enlace.
wrong-passkey = Con esta llave de acceso no entra nadie aquí. Puede que se haya quitado: entre de otra manera y haga una nueva.
able-head = Quién puede entrar
able-passkeys = { $n ->
    [one] una llave de acceso
   *[other] { $n } llaves de acceso
}
able-places = { $n ->
    [0] ahora fuera
    [one] dentro en un sitio
   *[other] dentro en { $n } sitios
}
shut-out = Dejar fuera

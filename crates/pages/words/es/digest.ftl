# El resumen semanal: sus páginas, sus cartas y qué se guarda de quién.

digest-title = Resumen semanal
digest-what = Una vez por semana, por correo: qué se negó, qué se suspendió, qué vence y qué no cuadró en los últimos siete días, hecho a partir del registro.
digest-address = Su dirección de correo
digest-consent-week = Envíenme a esta dirección el resumen semanal de { $unit }.
digest-consent-contact = Quien lleva esta central puede escribirme aquí también sobre otros asuntos de { $unit }. (No hace falta para el resumen.)
digest-send = Envíenme el enlace que la confirma
digest-then = No se envía nada allí antes de que abra ese enlace. Cada carta trae un enlace que lo termina y borra la dirección.
digest-privacy = Qué se guarda de usted, y por qué
digest-no-mail = Esta central no tiene correo, así que todavía no envía ningún resumen.
digest-no-mail-how = Quien la lleva la inicia con un servidor de correo: proofhouse serve --smtp. Hasta entonces no se le pide nada.
wrong-mail-empty = Escriba la dirección a la que debe ir el resumen.
wrong-mail-shape = Esto no es una dirección de correo: escríbala como nombre@lugar.example.
wrong-mail-letters = Esta central solo envía a direcciones con letras de la a a la z sin acentos, cifras y signos.
wrong-mail-long = Ninguna dirección de correo es tan larga.
wrong-mail-consent = Marque esto si quiere el resumen: sin ello no se envía ni se guarda nada.
wrong-mail-not-now = Ahora mismo no se puede. No se pierde nada: envíelo otra vez en un minuto.
wrong-mail-too-often = Se enviaron demasiadas direcciones desde este dispositivo. Inténtelo otra vez en diez minutos.
digest-sent-title = Mire su correo
digest-sent = Si { $address } puede recibir correo, un enlace va en camino. Ábralo en 48 horas; hasta entonces no se envía allí nada más.
digest-sent-none = ¿No llegó nada? Compruebe la dirección, mire entre el correo no deseado y envíela otra vez después de una hora.
digest-another = Otra dirección
digest-confirm-title = Confirme la dirección
digest-confirm-what = El resumen semanal de { $unit } irá a esta dirección.
digest-confirm = Sí, envíenme el resumen
digest-confirm-contact = Se pidió además: quien lleva la central puede escribir aquí también sobre otros asuntos de { $unit }. Si no quiere eso, no confirme, y apúntese otra vez sin ello.
digest-confirmed-title = Confirmada
digest-confirmed = El resumen llega una vez por semana. Cada uno trae un enlace que lo termina.
digest-leave-title = Terminar el resumen
digest-leave-what = El resumen termina enseguida, y la dirección se borra de esta central con todo lo que se guardó con ella.
digest-leave = Terminarlo y borrar la dirección
digest-left-title = Terminado y borrado
digest-left = La dirección ya no está en esta central. No se envía allí nada más.
digest-gone-title = Este enlace ya no sirve
digest-gone = Tiene más de 48 horas, o la dirección se borró. Apúntese otra vez si quiere el resumen.
digest-not-now-title = Ahora no
digest-not-now = No se puede llegar a las direcciones. No se pierde nada: pruebe el enlace otra vez en un minuto.

mail-confirm-subject = Confirme: resumen semanal de { $unit }
mail-confirm-asked = Alguien pidió que el resumen semanal de { $unit } vaya a esta dirección.
mail-confirm-contact = Se pidió además: quien lleva la central puede escribir aquí también sobre otros asuntos de { $unit }.
mail-confirm-press = ¿Fue usted? Abra esto en 48 horas y pulse el botón:
mail-confirm-else = Si no fue usted, no haga nada: no se envía nada más, y la dirección se borra a las 48 horas.
mail-already-subject = Ya recibe el resumen semanal de { $unit }
mail-already = Alguien pidió que el resumen semanal de { $unit } vaya a esta dirección. Ya va, así que nada cambia.
mail-leave = Terminarlo y borrar esta dirección
mail-why = Recibe esto porque pidió el resumen semanal de { $unit } y confirmó esta dirección.

digest-subject = { $unit }: la semana hasta el { $until }
digest-span = Del { $from } al { $until }.
digest-asks = { $refused ->
    [0] No se negó ninguna petición
    [one] Se negó una petición
   *[other] Se negaron { $refused } peticiones
}, { $went ->
    [0] ninguna fue adelante.
    [one] una fue adelante.
   *[other] { $went } fueron adelante.
}
digest-refused = Negado ({ $n })
digest-refused-none = No se negó nada.
digest-refusal = { $when }: { $what }, { $by }
digest-refusal-of = { $when }: { $what } de { $about }, { $by }
digest-stood-down = Suspendido ({ $n })
digest-stood-down-none = No se suspendió nada.
digest-stand-down = { $when }: { $reach }, tras { $cause }
digest-scope-weapon = un arma
digest-scope-scene = una escena
digest-scope-production = toda la producción
digest-lifted = Levantada desde entonces.
digest-stands = Sigue en pie.
digest-runs-out = Vence ({ $n })
digest-runs-out-none = Nada vence en los próximos treinta días.
digest-ends = { $day }: { $what }
digest-ended = Pasado, { $day }: { $what }
digest-paper = { $what } de { $who }
digest-standing = consultar otra vez la vigencia de { $what } de { $who }
digest-consent = consentimiento de { $who }: { $what }
digest-document = { $what } de la producción
digest-document-of = { $what } de { $weapon }
digest-loan = { $weapon } debe devolverse
digest-deadline = hay que avisar de { $incident }: { $whom }
digest-not-reconciled = Sin cuadrar ({ $n })
digest-not-reconciled-none = Todo cuadró.
digest-missing = { $n ->
    [one] Falta un cartucho del lote { $lot }
   *[other] Faltan { $n } cartuchos del lote { $lot }
}
digest-on-the-ground = { $n ->
    [one] Hay un cartucho del lote { $lot } en el suelo, sin contar
   *[other] Hay { $n } cartuchos del lote { $lot } en el suelo, sin contar
}
digest-weapon-missing = Falta { $weapon }
digest-not-counted-since = { $store } tiene cartuchos y no se cuenta desde el { $when }
digest-never-counted = { $store } tiene cartuchos y nunca se contó
digest-not-wrapped = El día { $day } se abrió y no se cerró
digest-more = y { $n } más: mire el registro
digest-when = { $day }, { $time }

privacy-title = Qué se guarda de usted
privacy-who = Responde de ello quien lleva esta central. Funciona en una máquina de este set y no envía nada a ninguna parte, salvo el correo que aquí se describe.
privacy-head-what = Qué
privacy-head-where = Dónde
privacy-head-why = Por qué
privacy-head-long = Cuánto tiempo
privacy-head-erase = Cómo se borra
privacy-record = El registro
privacy-record-what = Nombres de puesto como “armorer”, funciones, permisos y formación en lo que una regla los lee, cada petición y parte con su texto, y el nombre del puesto desde el que llegó, si lo dice.
privacy-record-where = En el registro de { $unit }, que nadie puede cambiar.
privacy-record-why = Para probar quién respondía de qué arma y cuándo. La ley de muchos lugares lo pide.
privacy-record-long = Mientras la ley del lugar pida el registro.
privacy-record-erase = De ningún modo: una entrada que se pudiera quitar no probaría nada. La central no escribe en él ninguna dirección de correo.
privacy-photos = Fotos
privacy-photos-what = La imagen que alguien archivó de un arma, una escena o un permiso. Dónde, cuándo y con qué se tomó se desecha antes de guardarla.
privacy-photos-where = En una carpeta junto al registro y en sus copias; el registro nombra su suma.
privacy-photos-why = Para mostrar lo que se vio. Quien toma una puede dejar a las personas fuera de ella. Un permiso lo ven su persona, quien registra papeles y quien inspecciona; no entra en ningún paquete.
privacy-photos-long = Tanto como el registro.
privacy-photos-erase = La foto de su permiso la borra usted en su página, si no hay un incidente abierto; cualquier otra, quien lleva la central: proofhouse doctor --erase. La suma queda, y muestra que hubo una. Una copia del registro hecha antes todavía la tiene.
privacy-sign-in = La entrada
privacy-sign-in-what = Sumas de aquello con lo que entra (clave, invitación, PIN, acreditación), no la cosa misma, y la mitad pública de una llave de acceso, con su nombre de puesto y cuándo se usó; en su dispositivo, una cookie para ello y otras para idioma y luz.
privacy-sign-in-where = En archivos junto al registro, solo para su dueño; las cookies, en su dispositivo.
privacy-sign-in-why = Para que nadie pida en su nombre.
privacy-sign-in-long = Hasta que se retire; las cookies, treinta días.
privacy-sign-in-erase = Salga, o pida a quien lleva la central que lo retire.
privacy-digest = El resumen semanal
privacy-digest-what = Su dirección de correo, su nombre de puesto, el idioma, lo que marcó, y cuándo lo pidió, lo confirmó y se le envió por última vez.
privacy-digest-where = En un archivo propio junto al registro: no en el registro, ni en sus copias, ni en ninguna línea que la central imprima.
privacy-digest-why = Porque lo pidió, y para nada más. Se entrega al servidor de correo que lo envía.
privacy-digest-long = Hasta que lo termine; una dirección sin confirmar, 48 horas.
privacy-digest-erase = El enlace de cada carta lo termina y borra todo esto. También puede hacerlo quien lleva la central: proofhouse digest erase.
privacy-device = Su dispositivo
privacy-device-what = Su dirección de red, para frenar a quien adivina o envía demasiado.
privacy-device-where = Solo en la memoria de la central.
privacy-device-why = Para que nadie le deje fuera ni inunde un buzón.
privacy-device-long = De minutos a horas, y nunca más allá de un reinicio.
privacy-device-erase = Por sí solo.
privacy-nothing-else = No se guarda nada más. Nadie de fuera sabe quién mira una página o abre una carta.

# Las reglas de los demás lugares, de la escena y de los libros propios de ejemplo: lo que dice cada una, y qué lo convierte en un sí.

## house/insured/claims.cedar

rule-INSURED-CLAIM-NOTICE_harm-says = De una lesión que pasa de primeros auxilios, o de un disparo no previsto, se avisa a la aseguradora en un plazo de 48 horas.
rule-INSURED-CLAIM-NOTICE_harm-remedy = Avise a la aseguradora, y archive el aviso con el incidente (tipo report, a insurer).
rule-INSURED-CLAIM-NOTICE_loss-says = De un arma que falta o está dañada se avisa a la aseguradora en un plazo de 48 horas.
rule-INSURED-CLAIM-NOTICE_loss-remedy = Avise a la aseguradora, y archive el aviso con el incidente (tipo report, a insurer).

## house/school-firing/firing.cedar

rule-CALARTS-ARC-says = Consta el número de serie de un arma.
rule-CALARTS-ARC-remedy = Lea el número de serie, y anote que se leyó.
rule-CALARTS-ARC_inspected-says = El coordinador de seguridad inspecciona un arma antes de que se acepte.
rule-CALARTS-ARC_inspected-remedy = Que el coordinador de seguridad (safety advisor) la vea aceptar.
rule-CALARTS-ARC_coordinator-says = El coordinador de seguridad hace el disparo de prueba de un arma, o lo ve.
rule-CALARTS-ARC_coordinator-remedy = Que el coordinador de seguridad (safety advisor) sea el testigo.
rule-CALARTS-ARC_tested-says = Un arma se carga con aquello con que se hizo su disparo de prueba, y con nada más.
rule-CALARTS-ARC_tested-remedy = Haga el disparo de prueba con los lotes nombrados, ante el coordinador de seguridad.
rule-CALARTS-ARC_zone-says = Nadie está a menos de 20 grados de la línea de fuego.
rule-CALARTS-ARC_zone-remedy = Aleje a todos 20 grados o más de la línea, y anote cuánto.
rule-CALARTS-ARC_arc-says = Nadie está a menos de 20 grados de la línea de fuego.
rule-CALARTS-ARC_arc-remedy = Aleje a todos 20 grados o más de la línea, y despeje la zona de nuevo.

## house/school/announce.cedar

rule-FSU-ANNOUNCE-says = Cada arma, también las imitaciones, se anuncia antes de ir al actor.
rule-FSU-ANNOUNCE-remedy = Anúnciela con la frase impresa.
rule-FSU-ANNOUNCE_begin-says = Cada arma que está fuera, también las imitaciones, fue anunciada.
rule-FSU-ANNOUNCE_begin-remedy = Anuncie las armas nombradas.
rule-FSU-ANNOUNCE_back-says = Cada arma que volvió se anunció otra vez.
rule-FSU-ANNOUNCE_back-remedy = Anuncie las armas nombradas, comprobadas de nuevo si hace falta.
rule-FSU-ANNOUNCE_armorer-says = El armero lleva el arma en todo momento.
rule-FSU-ANNOUNCE_armorer-remedy = Que lo haga el armero.
rule-FSU-ANNOUNCE_police-says = Se escribió antes a la policía, sea donde sea.
rule-FSU-ANNOUNCE_police-remedy = Escriba a la policía, y archive la carta (police_notice).
rule-FSU-ANNOUNCE_police-begin-says = Se escribió antes a la policía, sea donde sea.
rule-FSU-ANNOUNCE_police-begin-remedy = Escriba a la policía, y archive la carta (police_notice).
rule-FSU-ANNOUNCE_signs-says = Unos letreros dicen a quien pasa que se rueda una película con armas.
rule-FSU-ANNOUNCE_signs-remedy = Ponga los letreros, y archive que están puestos (public_sign).
rule-FSU-ANNOUNCE_signs-begin-says = Unos letreros dicen a quien pasa que se rueda una película con armas.
rule-FSU-ANNOUNCE_signs-begin-remedy = Ponga los letreros, y archive que están puestos (public_sign).

## house/school/replicas.cedar

rule-CALARTS-2POP-says = En esta escuela no se usa ningún arma de fuego que pueda o haya podido disparar, ni nada que lance proyectiles.
rule-CALARTS-2POP-remedy = Alquile una imitación de goma o resina, con el cañón tapado o sin gatillo.
rule-CALARTS-2POP_inert-says = Una imitación es de goma o resina, tiene el cañón tapado o no tiene gatillo.
rule-CALARTS-2POP_inert-remedy = Tome otra, o anote de qué está hecha y que no tiene gatillo.
rule-CALARTS-2POP_lender-says = Una imitación viene de una casa de alquiler.
rule-CALARTS-2POP_lender-remedy = Alquílela a una casa de alquiler que la escuela haya aprobado.
rule-CALARTS-2POP_house-says = La casa de alquiler es una que la escuela aprobó.
rule-CALARTS-2POP_house-remedy = Pregunte a la escuela, y archive su aprobación (rental_house_approval).
rule-CALARTS-2POP_form-says = Para la imitación consta un formulario de autorización.
rule-CALARTS-2POP_form-remedy = Haga firmar el formulario, y archívelo (release_form).
rule-CALARTS-2POP_plan-says = Ningún plan de esta escuela tiene un arma de fuego que pueda disparar, algo que lance proyectiles ni un disparo.
rule-CALARTS-2POP_plan-remedy = Planifíquelo con imitaciones, y añada después el fogonazo y el sonido.
rule-CALARTS-2POP_rounds-says = En esta escuela nunca se aceptan ni se fabrican cartuchos con bala, fogueo, cargas ni cartuchos de los que nadie sabe qué son.
rule-CALARTS-2POP_rounds-remedy = Devuélvalos.
rule-CALARTS-2POP_load-says = En esta escuela no entra en nada otra cosa que un inerte.
rule-CALARTS-2POP_load-remedy = Retire los cartuchos.
rule-CALARTS-2POP_hands-says = En esta escuela, los cartuchos que no son inertes van solo a una caja fuerte, de vuelta o a la policía.
rule-CALARTS-2POP_hands-remedy = Póngalos en la caja fuerte, y devuélvalos.
rule-CALARTS-2POP_came-says = A la escuela llegó un arma de fuego que puede disparar, o cartuchos que no son inertes.
rule-CALARTS-2POP_came-remedy = Sáquelos de aquí, avise a la escuela y cierre el incidente con su causa y su medida.

## kinds/stage/after.cedar

rule-AEA-AFTER-says = En el escenario no se dispara nada sin un armero o un jefe de utilería en el teatro.
rule-AEA-AFTER-remedy = No siga: llame al sindicato, y espere a un armero o un jefe de utilería.
rule-AEA-AFTER_begin-says = En el escenario no se dispara nada sin un armero o un jefe de utilería en el teatro.
rule-AEA-AFTER_begin-remedy = No siga: llame al sindicato, y espere a un armero o un jefe de utilería.
rule-AEA-AFTER_next-says = Entre dos funciones las armas se limpian, comprueban y cuentan: la jornada se cierra y se abre de nuevo.
rule-AEA-AFTER_next-remedy = Limpie, compruebe, cuente y guarde bajo llave, cierre la jornada y ábrala para la función siguiente.
rule-AEA-AFTER_checked-says = Después de la función se comprobó cada arma que puede disparar.
rule-AEA-AFTER_checked-remedy = Compruebe las armas nombradas.
rule-AEA-AFTER_cleaned-says = Después de la función se limpió cada arma que disparó.
rule-AEA-AFTER_cleaned-remedy = Limpie las armas nombradas, y comuníquelo.
rule-AEA-AFTER_counted-says = Después de la función se contaron los cartuchos.
rule-AEA-AFTER_counted-remedy = Cuente lo que hay en la caja fuerte, ante un testigo.
rule-AEA-AFTER_next-elsewhere-says = Comienza una segunda función en un mismo día, y entre ambas no se cerró la jornada.
rule-AEA-AFTER_next-elsewhere-remedy = Limpie, compruebe, cuente y guarde bajo llave, cierre la jornada y ábrala para la función siguiente.
rule-AEA-AFTER_wrap-elsewhere-says = Después de la función quedó algo sin comprobar, sin limpiar o sin contar, como aconseja hacer el sindicato de Estados Unidos.
rule-AEA-AFTER_wrap-elsewhere-remedy = Compruebe y limpie las armas nombradas, y cuente lo que hay en la caja fuerte.
rule-AEA-AFTER_live-says = En un teatro no hay munición con bala, por ninguna razón.
rule-AEA-AFTER_live-remedy = Devuélvala, o entréguela a la policía.
rule-AEA-AFTER_live-load-says = En un teatro no hay munición con bala, por ninguna razón.
rule-AEA-AFTER_live-load-remedy = Retire el cartucho, y comunique el hallazgo.
rule-AEA-AFTER_live-exception-says = En un teatro no hay munición con bala: en un escenario no se declara ninguna excepción.
rule-AEA-AFTER_live-exception-remedy = Use fogueo o inertes.

## kinds/stage/each-time.cedar

rule-AEA-EACHTIME-says = De un arma con algo más que inertes dentro se hizo un disparo de prueba fuera del escenario desde su último uso, y su portador tomó parte.
rule-AEA-EACHTIME-remedy = Haga el disparo de prueba fuera del escenario, que el portador también dispare o lo vea, compruébela y cárguela.
rule-AEA-EACHTIME_taken-says = Un arma que puede disparar se comprueba de nuevo cada vez que se toma.
rule-AEA-EACHTIME_taken-remedy = Compruébela de nuevo ante el portador.
rule-AEA-EACHTIME_watched-says = El portador de un arma que puede disparar vio comprobar su tambor y su cañón, por si hay algo alojado.
rule-AEA-EACHTIME_watched-remedy = Compruébela de nuevo con el portador entre los testigos.
rule-AEA-EACHTIME_test-elsewhere-says = El portador no tomó parte en un disparo de prueba desde el último uso del arma, como aconseja el sindicato de Estados Unidos.
rule-AEA-EACHTIME_test-elsewhere-remedy = Haga el disparo de prueba fuera del escenario, que el portador también dispare o lo vea, compruébela y cárguela.
rule-AEA-EACHTIME_watched-elsewhere-says = El portador no la vio comprobar desde que volvió por última vez, como aconseja el sindicato de Estados Unidos.
rule-AEA-EACHTIME_watched-elsewhere-remedy = Compruébela de nuevo con el portador entre los testigos.
rule-AEA-EACHTIME_dummies-says = El disparo de prueba de un arma se hace sin ningún inerte dentro.
rule-AEA-EACHTIME_dummies-remedy = Descárguela, compruébela con el ánima y haga después el disparo de prueba.

## places/fi/choreography.cedar

rule-FI-APFI-says = Un arma se carga, se entrega y se dispara en una escena cuya coreografía el armero conoce tal como es ahora.
rule-FI-APFI-remedy = Que el armero repase la coreografía tal como es ahora, y se dé por enterado de ella para la escena (choreography).
rule-FI-APFI_begin-says = La práctica y el rodaje con armas comienzan cuando el armero conoce la coreografía tal como es ahora.
rule-FI-APFI_begin-remedy = Que el armero repase la coreografía tal como es ahora, y se dé por enterado de ella para la escena (choreography).
rule-FI-APFI_others-says = Se dio por enterado de la coreografía otra persona: al armero le falta hacerlo.
rule-FI-APFI_others-remedy = Que el armero también se dé por enterado.

## places/nz/blanks-only.cedar

rule-NZ-BLANKONLY-says = No se usa un arma de fuego que puede disparar un cartucho con bala: las de un plató están modificadas para disparar solo fogueo.
rule-NZ-BLANKONLY-remedy = Use una modificada así, y anótelo (live_capable: no).
rule-NZ-BLANKONLY_live-says = La munición con bala no llega a un plató; lo que nadie conoce cuenta como real.
rule-NZ-BLANKONLY_live-remedy = Devuélvala, o que el fabricante declare las partes.
rule-NZ-BLANKONLY_load-says = No se carga nada con bala, y aquí no se conoce ninguna excepción.
rule-NZ-BLANKONLY_load-remedy = Cargue fogueo, o inertes probados uno a uno.
rule-NZ-BLANKONLY_test-says = El disparo de prueba de un arma de fuego se hace solo con fogueo.
rule-NZ-BLANKONLY_test-remedy = Pruébela con el fogueo que va a disparar.
rule-NZ-BLANKONLY_fire-says = Un arma de fuego se dispara sin nada dentro más que fogueo, o la carga de un arma de avancarga.
rule-NZ-BLANKONLY_fire-remedy = Recójala, descárguela y cargue fogueo.
rule-NZ-BLANKONLY_exception-says = Aquí no se conoce ninguna excepción para munición con bala.
rule-NZ-BLANKONLY_exception-remedy = Prescinda de ella: inertes, fogueo o efectos añadidos después.
rule-NZ-BLANKONLY_endorsed-says = Acepta, saca, carga, entrega y prueba armas de fuego un armero con el aval de la policía.
rule-NZ-BLANKONLY_endorsed-remedy = Anote el aval (theatrical_endorsement), o que lo haga el armero que lo tiene.
rule-NZ-BLANKONLY_relief-says = El relevo con armas de fuego lo toma solo un armero con el aval de la policía.
rule-NZ-BLANKONLY_relief-remedy = Anote el aval (theatrical_endorsement), o que tome el relevo el armero que lo tiene.
rule-NZ-BLANKONLY_eyes-says = Un arma de fuego en una mano está bajo la mirada directa y cercana de un armero con el aval de la policía.
rule-NZ-BLANKONLY_eyes-remedy = Nombre al armero que tiene el aval, y que no la pierda de vista.
rule-NZ-BLANKONLY_close-says = Un arma de fuego se dispara solo mientras está allí el armero que no la pierde de vista, y ella está a su alcance y a su vista.
rule-NZ-BLANKONLY_close-remedy = Haga volver al armero, o recoja el arma de fuego y compruébela.
rule-NZ-BLANKONLY_brought-says = Se trajo munición con bala al plató, lo que según se dice es ilícito.
rule-NZ-BLANKONLY_brought-remedy = Sáquela de aquí o entréguela a la policía, compruebe cada lote y cierre el incidente.
rule-NZ-BLANKONLY_found-says = Un cartucho con bala en el plató detiene el trabajo con armas, incluso si se declaró una excepción.
rule-NZ-BLANKONLY_found-remedy = Entréguelo a la policía, compruebe cada lote y levante la suspensión.

## places/nz/hswa-56-57-notifiable-events.cedar

rule-NZ-HSWA-56-57-says = De una muerte, o de una lesión grave o que lleva a alguien al hospital, se avisa al regulador cuanto antes y por la vía más rápida; hasta saber cuán grave es, cuenta.
rule-NZ-HSWA-56-57-remedy = Avise al regulador por teléfono o por escrito, y anote cuándo y a quién.
rule-NZ-HSWA-56-57_discharge-says = Un disparo no previsto, con un cartucho con bala o no se sabe qué, cuenta como suceso de notificación obligatoria hasta que el regulador diga lo contrario.
rule-NZ-HSWA-56-57_discharge-remedy = Avise al regulador por teléfono o por escrito, y anote cuándo y a quién.
rule-NZ-HSWA-56-57_kept-says = El registro del suceso y de la notificación se conserva al menos cinco años.
rule-NZ-HSWA-56-57_kept-remedy = Anote cuándo se supo del suceso, cuándo salió la notificación y hasta cuándo se conserva el registro.
rule-NZ-HSWA-56-57_scene-says = El lugar de un suceso de notificación obligatoria se deja como está, de modo que en él no sigue el trabajo con armas.
rule-NZ-HSWA-56-57_scene-remedy = Deje todo como está hasta que un inspector lo permita, salvo para ayudar a alguien o hacer seguro el lugar.
rule-NZ-HSWA-56-57_preserve-says = Lo que estaba en un suceso de notificación obligatoria queda como se halló.
rule-NZ-HSWA-56-57_preserve-remedy = Espere a que el regulador lo libere, y comuníquelo.

## places/za/regulation-8.cedar

rule-ZA-REG8-says = Controla y entrega las armas de fuego la persona que nombra la acreditación del proveedor, con una muestra de su firma.
rule-ZA-REG8-remedy = Que lo haga la persona nombrada, y anótelo (named_issuer).
rule-ZA-REG8_relief-says = El relevo con armas de fuego lo toma solo una persona que nombra la acreditación del proveedor, con una muestra de su firma.
rule-ZA-REG8_relief-remedy = Que tome el relevo una persona nombrada, y anótelo (named_issuer).
rule-ZA-REG8_accreditation-says = Un arma de fuego viene de un proveedor acreditado, cuya acreditación dice quién la entrega, dónde puede ver la policía los registros de entrega y cómo se llevan.
rule-ZA-REG8_accreditation-remedy = Archive la acreditación del proveedor (film_firearms_accreditation) con las tres cosas.
rule-ZA-REG8_modified-says = Un arma de fuego modificada, para que no dispare bala o dispare de otro modo que como se hizo, la modificó un armero mecánico.
rule-ZA-REG8_modified-remedy = Archive el certificado del armero mecánico para esta arma de fuego (gunsmith_certificate).
rule-ZA-REG8_fit-says = Solo un armero mecánico modifica un arma de fuego.
rule-ZA-REG8_fit-remedy = Que lo haga un armero mecánico, y anótelo (gunsmith de la persona, o gunsmith_certificate del arma de fuego).
rule-ZA-REG8_altered-says = Un arma de fuego modificada, y no por un armero mecánico, abre un incidente.
rule-ZA-REG8_altered-remedy = Que un armero mecánico la arregle y la certifique, y cierre el incidente.
rule-ZA-REG8_register-says = Cada entrega se asienta por el método que nombra la acreditación, donde la policía pueda verla.
rule-ZA-REG8_register-remedy = Asiente quién entregó el arma de fuego, a quién, cuándo y para qué.
rule-ZA-REG8_returned-says = Cada devolución se asienta por el método que nombra la acreditación, donde la policía pueda verla.
rule-ZA-REG8_returned-remedy = Asiente quién recogió el arma de fuego, de quién y cuándo.

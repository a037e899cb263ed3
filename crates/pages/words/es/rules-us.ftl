# Las reglas de Estados Unidos: lo que dice cada una, y qué lo convierte en un sí.

## places/us/injuries.cedar

rule-OSHA-1904_39_a-says = Una muerte en el trabajo se comunica en un plazo de 8 horas; hasta saber cuán grave es una lesión, cuenta el plazo más corto.
rule-OSHA-1904_39_a-remedy = Comuníquelo por teléfono, y anote cuándo y a quién.
rule-OSHA-1904_39_a_hospital-says = Un ingreso en hospital, una amputación o la pérdida de un ojo se comunica en un plazo de 24 horas.
rule-OSHA-1904_39_a_hospital-remedy = Comuníquelo por teléfono, y anote cuándo y a quién.
rule-OSHA-1904_39_b_2-says = La comunicación nombra ocho cosas: el empleador, el lugar, la hora, el tipo de incidente, cuántos lesionados, quiénes son, a quién llamar y qué ocurrió.
rule-OSHA-1904_39_b_2-remedy = Complete las ocho antes de llamar.

## places/us/possession.cedar

rule-US-18USC922-PROHIB-says = Un arma de fuego se da solo a una persona habilitada para tenerla, y nunca a quien la tiene prohibida.
rule-US-18USC922-PROHIB-remedy = Anote una habilitación vigente del portador, o use una réplica inofensiva.
rule-US-18USC922-PROHIB_handler-says = Una persona que tiene prohibidas las armas no toma un arma de fuego bajo custodia.
rule-US-18USC922-PROHIB_handler-remedy = Que la tome un responsable que no las tenga prohibidas.
rule-US-18USC922-PROHIB_relief-says = Una persona que tiene prohibidas las armas no releva a otro responsable con un arma de fuego.
rule-US-18USC922-PROHIB_relief-remedy = Que tome el relevo un responsable que no las tenga prohibidas.
rule-US-18USC922-PROHIB_rounds-says = A una persona que tiene prohibidas las armas no se le da munición.
rule-US-18USC922-PROHIB_rounds-remedy = Entregue los cartuchos a un responsable que no las tenga prohibidas.
rule-US-479_105-MG-says = Una ametralladora llega solo con la transferencia aprobada de una registrada antes del 19 de mayo de 1986.
rule-US-479_105-MG-remedy = Archive la transferencia aprobada de esta arma, o use una que no sea ametralladora.

## places/us/registers.cedar

rule-US-478_121_c-says = El titular de licencia que presta un arma de fuego asienta cada salida y cada regreso, por breves que sean.
rule-US-478_121_c-remedy = Dé al prestador el asiento de este movimiento; un asiento se corrige solo añadiendo otro.
rule-US-478_123_a-says = El libro de registro necesita el número de serie completo y de quién vino el arma de fuego, antes del séptimo día desde que llegó, o el día hábil siguiente si es una ametralladora.
rule-US-478_123_a-remedy = Lea el número de serie, y anote quién la prestó.
rule-US-478_39a-says = Un arma de fuego robada, perdida o extraviada en el camino se comunica en un plazo de 48 horas desde que se descubre.
rule-US-478_39a-remedy = Avise al titular de la licencia, a la agencia y a la policía local, y anote el número de cada aviso.

## places/us/us-ca/labor-9151-9152-safety-advisor.cedar

rule-CA-LAB-9151-SA-says = El asesor de seguridad de una producción piloto no tiene en ella ningún otro cargo.
rule-CA-LAB-9151-SA-remedy = Dé el cargo a otra persona.
rule-CA-LAB-9151-SA_enroll-says = El asesor de seguridad de una producción piloto viene solo para ese cargo.
rule-CA-LAB-9151-SA_enroll-remedy = Dé de alta al asesor con ese único cargo.
rule-CA-LAB-9151-SA_duty-says = El asesor de seguridad de una producción piloto no toma ningún servicio en ella.
rule-CA-LAB-9151-SA_duty-remedy = Que tome el servicio otra persona.
rule-CA-LAB-9151-SA_halt-says = Cuando el asesor de seguridad de una producción piloto llama al alto en todo el plató, la producción queda suspendida.
rule-CA-LAB-9151-SA_halt-remedy = Revise el peligro y el plan frente a él, y levante después la suspensión.
rule-CA-LAB-9152_a-says = Una producción piloto tiene un asesor de seguridad desde la primera planificación.
rule-CA-LAB-9152_a-remedy = Dé de alta al asesor de seguridad antes de seguir planificando.
rule-CA-LAB-9152_a_only-says = El asesor de seguridad de una producción piloto está asignado solo a esa producción.
rule-CA-LAB-9152_a_only-remedy = Archive la asignación, diciendo que es solo para esta producción.
rule-CA-LAB-9152_a_present-says = El asesor de seguridad de una producción piloto está en el plató cuando comienza el trabajo con armas.
rule-CA-LAB-9152_a_present-remedy = Espere a que esté el asesor de seguridad.
rule-CA-LAB-9152-INSPECT-says = El asesor de seguridad puede mirar un arma de fuego, y no la toma salvo que esté cualificado aparte para ella.
rule-CA-LAB-9152-INSPECT-remedy = Que la tome un responsable cualificado y se la muestre al asesor.
rule-CA-LAB-9152-INSPECT_issue-says = El asesor de seguridad puede mirar un arma de fuego, y no se le da salvo que esté cualificado aparte para ella.
rule-CA-LAB-9152-INSPECT_issue-remedy = Muéstresela al asesor, en manos de un responsable.

## places/us/us-ca/labor-9151-words.cedar

rule-CA-LAB-9151-AMMO-says = Qué es un cartucho se sigue de sus partes; si no constan, no es fogueo ni inerte.
rule-CA-LAB-9151-AMMO-remedy = Anote las partes que declara el fabricante, o pruebe los cartuchos uno a uno.
rule-CA-LAB-9151-AMMO_load-says = No entra en un arma ningún cartucho cuyas partes no consten.
rule-CA-LAB-9151-AMMO_load-remedy = Saque el cartucho, y anote sus partes o pruébelo.
rule-CA-LAB-9151-AMMO_fill-says = No entra en una cinta, un cargador o un peine ningún cartucho cuyas partes no consten.
rule-CA-LAB-9151-AMMO_fill-remedy = Anote las partes que declara el fabricante, o pruebe los cartuchos uno a uno.
rule-CA-LAB-9151-FIREARM-says = Lo que impulsa un proyectil por un cañón por combustión es un arma de fuego, la llame como la llame su proveedor.
rule-CA-LAB-9151-FIREARM-remedy = Anótela como el arma de fuego que es, o anote que no puede impulsar un proyectil.
rule-CA-LAB-9151-FIREARM_frame-says = Un armazón o cajón de mecanismos suelto es un arma de fuego, y no se archiva como otra cosa.
rule-CA-LAB-9151-FIREARM_frame-remedy = Anote el armazón como un arma de fuego que impulsa un proyectil por combustión.

## places/us/us-ca/labor-9152-risk-assessment.cedar

rule-CA-LAB-9152_b-says = Tras un cambio importante ya no cuenta la evaluación de riesgo de la escena, ni lo que se aprobó con ella.
rule-CA-LAB-9152_b-remedy = Revise la evaluación de riesgo de la escena.
rule-CA-LAB-9152_b_begin-says = Tras un cambio importante nada comienza hasta revisar la evaluación de riesgo de la escena.
rule-CA-LAB-9152_b_begin-remedy = Revise la evaluación de riesgo de la escena.
rule-CA-LAB-9152_5_a-says = Una producción piloto tiene por escrito una evaluación general de riesgo con un plan contra los riesgos.
rule-CA-LAB-9152_5_a-remedy = Anote la evaluación general de riesgo, con su plan de medidas.
rule-CA-LAB-9152_5_b-says = La evaluación de riesgo de una escena nombra la actividad, los controles, el riesgo con ellos y sin ellos, y quién está expuesto.
rule-CA-LAB-9152_5_b-remedy = Añada lo que falta, y anote de nuevo la evaluación.
rule-CA-LAB-9152_5_c_1-says = Un arma de fuego se usa solo en una escena que tiene su propia evaluación de riesgo.
rule-CA-LAB-9152_5_c_1-remedy = Anote la evaluación de riesgo de la escena.
rule-CA-LAB-9152_5_c_1_scene-says = Una escena con un arma de fuego se aprueba y comienza solo cuando tiene su propia evaluación de riesgo.
rule-CA-LAB-9152_5_c_1_scene-remedy = Anote la evaluación de riesgo de la escena.

## places/us/us-ca/labor-9153-custody.cedar

rule-CA-LAB-9153_a-PURPOSE-says = Un arma de fuego sale solo para ensayo, formación de un intérprete, rodaje u otra creación de contenido.
rule-CA-LAB-9153_a-PURPOSE-remedy = Diga para cuál de estas es, o deje el arma de fuego en la caja fuerte.
rule-CA-LAB-9153_a-PURPOSE_plan-says = Una escena usa un arma de fuego o fogueo solo para ensayo, formación de un intérprete, rodaje u otra creación de contenido.
rule-CA-LAB-9153_a-PURPOSE_plan-remedy = Diga para cuál de estas es la escena.
rule-CA-LAB-9153_a_1-says = Un arma de fuego está en todo momento bajo la custodia del jefe de utilería, del armero o del ayudante de utilería.
rule-CA-LAB-9153_a_1-remedy = Que la tome uno de los tres.
rule-CA-LAB-9153_a_1_relief-says = Solo el jefe de utilería, el armero o el ayudante de utilería toman armas de fuego unos de otros.
rule-CA-LAB-9153_a_1_relief-remedy = Que tome el relevo uno de los tres.
rule-CA-LAB-9153_a_1_eyes-says = Un arma de fuego en una mano sigue bajo el control del jefe de utilería, del armero o del ayudante de utilería.
rule-CA-LAB-9153_a_1_eyes-remedy = Nombre a uno de los tres, que no la pierda de vista.
rule-CA-LAB-9153_a_1_fire-says = Un arma de fuego se dispara solo mientras está allí quien tiene el control de ella.
rule-CA-LAB-9153_a_1_fire-remedy = Haga volver al responsable nombrado en la entrega, o recoja el arma de fuego.
rule-CA-LAB-9153_a_1_blanks-says = El fogueo no va a otra mano que la del jefe de utilería, del armero o del ayudante de utilería.
rule-CA-LAB-9153_a_1_blanks-remedy = Entregue el fogueo a uno de los tres.
rule-CA-LAB-9153_a_2-HAND-says = Solo el jefe de utilería, el armero o el ayudante de utilería que tiene el arma de fuego la da a un intérprete o al suplente.
rule-CA-LAB-9153_a_2-HAND-remedy = Que la entregue aquel de los tres que tiene su custodia.
rule-CA-LAB-9153_a_2-COLLECT-says = Un arma de fuego vuelve al jefe de utilería, al armero o al ayudante de utilería; a ninguna otra mano se devuelve.
rule-CA-LAB-9153_a_2-COLLECT-remedy = Que la tome uno de los tres, compruébela y cierre el incidente.
rule-CA-LAB-9153_a_3-says = Quien maneja un arma de fuego no tiene otro servicio hasta que esté bajo llave.
rule-CA-LAB-9153_a_3-remedy = Deje primero el otro servicio, o que lo haga otro responsable.
rule-CA-LAB-9153_a_3_relief-says = Quien releva a otro con un arma de fuego no tiene otro servicio hasta que esté bajo llave.
rule-CA-LAB-9153_a_3_relief-remedy = Deje primero el otro servicio, o que tome el relevo otro responsable.
rule-CA-LAB-9153_a_3_duty-says = Nadie con un arma de fuego fuera de su caja fuerte toma otro servicio.
rule-CA-LAB-9153_a_3_duty-remedy = Guarde el arma de fuego bajo llave, o sea relevado de ella.
rule-CA-LAB-9153_a_3_fire-says = No se dispara ningún arma de fuego cuyo responsable tiene otro servicio.
rule-CA-LAB-9153_a_3_fire-remedy = Que el responsable deje el otro servicio, o recoja el arma de fuego.

## places/us/us-ca/labor-9153-meeting.cedar

rule-CA-LAB-9153_a_4-says = No se usa ningún arma de fuego en una escena antes de la reunión de seguridad sobre ella.
rule-CA-LAB-9153_a_4-remedy = Celebre hoy la reunión de seguridad sobre la escena.
rule-CA-LAB-9153_a_4_begin-says = Ninguna escena con un arma de fuego comienza antes de la reunión de seguridad sobre ella.
rule-CA-LAB-9153_a_4_begin-remedy = Celebre hoy la reunión de seguridad sobre la escena.
rule-CA-LAB-9153_a_5-says = Una producción con armas de fuego nombra a quien responde de que se cumplan las reglas.
rule-CA-LAB-9153_a_5-remedy = Dé a alguien el cargo de contacto de cumplimiento.
rule-CA-LAB-9153_a_5_told-says = Intérpretes, equipo, sindicatos y el estado saben quién responde de que se cumplan las reglas antes de que salga un arma de fuego.
rule-CA-LAB-9153_a_5_told-remedy = Dé a conocer el contacto de cumplimiento a los cuatro, y archive el aviso.
rule-CA-LAB-9153_a_6-says = Hay un responsable de servicio para las armas de fuego en uso.
rule-CA-LAB-9153_a_6-remedy = Que un responsable cualificado tome servicio con armas.
rule-CA-LAB-9153_a_6_many-says = Ningún responsable tiene fuera más armas de las que la producción permite a uno solo.
rule-CA-LAB-9153_a_6_many-remedy = Que la tome otro responsable, o guarde una primero bajo llave.
rule-CA-LAB-9153_a_6_busy-says = Ninguna escena con un arma de fuego comienza mientras un responsable tiene fuera más armas de las que la producción permite a uno solo.
rule-CA-LAB-9153_a_6_busy-remedy = Reparta las armas entre más responsables, o guarde algunas bajo llave.
rule-CA-LAB-9153_a_6_unset-says = La ley pide suficientes responsables y no da un número; esta producción no ha fijado ninguno.
rule-CA-LAB-9153_a_6_unset-remedy = Fije el máximo de armas que un responsable puede tener fuera.

## places/us/us-ca/labor-9153-permits.cedar

rule-CA-LAB-9153_b_1-says = Quien maneja un arma de fuego tiene vigente un permiso de armas de fuego para el espectáculo o un permiso estatal de armas peligrosas.
rule-CA-LAB-9153_b_1-remedy = Anote el permiso vigente, o que lo haga un responsable que lo tenga.
rule-CA-LAB-9153_b_1_relief-says = Quien releva a otro con un arma de fuego tiene vigente un permiso de armas de fuego para el espectáculo o un permiso estatal de armas peligrosas.
rule-CA-LAB-9153_b_1_relief-remedy = Anote el permiso vigente, o que tome el relevo un responsable que lo tenga.
rule-CA-LAB-9153_b-OTHER-says = Quien maneja un arma de fuego tiene el documento federal para ella, y se formó en su ley y en la práctica segura.
rule-CA-LAB-9153_b-OTHER-remedy = Anote ambos documentos del responsable.
rule-CA-LAB-9153_b-OTHER_relief-says = Quien releva a otro con un arma de fuego tiene el documento federal para ella, y se formó en su ley y en la práctica segura.
rule-CA-LAB-9153_b-OTHER_relief-remedy = Anote ambos documentos del responsable.

## places/us/us-ca/labor-9155-live-ammunition.cedar

rule-CA-LAB-9155_a-says = Ningún cartucho con bala llega a una producción, fuera de las tres excepciones de la ley.
rule-CA-LAB-9155_a-remedy = Saque de aquí los cartuchos, o declare una excepción con sus pruebas antes de que lleguen.
rule-CA-LAB-9155_a_load-says = Ningún cartucho con bala entra en un arma, fuera de las tres excepciones de la ley.
rule-CA-LAB-9155_a_load-remedy = Saque el cartucho, y comunique el hallazgo.
rule-CA-LAB-9155_a_test-says = Ningún cartucho con bala se dispara para probar un arma, fuera de las tres excepciones de la ley.
rule-CA-LAB-9155_a_test-remedy = Pruébela con el fogueo hecho para ella.
rule-CA-LAB-9155_a_hand-says = Ningún cartucho con bala va a una mano, una cinta, un cargador o un peine, fuera de las tres excepciones de la ley.
rule-CA-LAB-9155_a_hand-remedy = Ponga los cartuchos en la caja fuerte, o entréguelos a la policía.
rule-CA-LAB-9155_a_fire-says = No se dispara ningún arma con un cartucho con bala dentro, fuera de las tres excepciones de la ley.
rule-CA-LAB-9155_a_fire-remedy = Recoja el arma, y descárguela.
rule-CA-LAB-9155_a_found-says = Un cartucho con bala hallado en una producción, fuera de las tres excepciones de la ley, detiene el trabajo con armas.
rule-CA-LAB-9155_a_found-remedy = Asegure el cartucho, averigüe de dónde vino y compruebe cada lote.
rule-CA-LAB-9155_a_1-3-says = Los cartuchos con bala se permiten solo en un campo de tiro supervisado, donde la producción trata de ellos, o con militares o policías formados, y solo con las pruebas archivadas antes.
rule-CA-LAB-9155_a_1-3-remedy = Elija la excepción que corresponde, y nombre sus pruebas.
rule-CA-LAB-9155_b-says = Por una excepción, un responsable carga cartuchos con bala con un sanitario en el plató, y consta el enterado de ambos boletines.
rule-CA-LAB-9155_b-remedy = Que cargue un responsable, espere al sanitario, y dese por enterado de los Boletines 1 y 2.
rule-CA-LAB-9155_b_fire-says = Por una excepción, los cartuchos con bala se disparan solo a la vista de un responsable, con un sanitario en el plató.
rule-CA-LAB-9155_b_fire-remedy = Traiga al plató al responsable y al sanitario.

## places/us/us-ca/labor-9156-training.cedar

rule-CA-LAB-9156-says = Aquel a quien se da un arma de fuego ha terminado el curso de armas de fuego, o uno equivalente aceptado.
rule-CA-LAB-9156-remedy = Que el portador termine el curso, y anótelo.
rule-CA-LAB-9156_handler-says = Quien toma un arma de fuego bajo custodia ha terminado el curso de armas de fuego, o uno equivalente aceptado.
rule-CA-LAB-9156_handler-remedy = Que el responsable termine el curso, y anótelo.
rule-CA-LAB-9156_relief-says = Quien releva a otro con un arma de fuego ha terminado el curso de armas de fuego, o uno equivalente aceptado.
rule-CA-LAB-9156_relief-remedy = Que el responsable termine el curso, y anótelo.
rule-CA-LAB-9156_near-says = Quien trabaja cerca de un arma de fuego ha terminado un curso de armas de fuego, o uno equivalente aceptado.
rule-CA-LAB-9156_near-remedy = Haga salir a quien no ha terminado un curso, o anote el curso.
rule-CA-LAB-9156_fire-says = Cerca de un arma de fuego que se dispara no hay nadie que no haya terminado un curso de armas de fuego, o uno equivalente aceptado.
rule-CA-LAB-9156_fire-remedy = Haga salir a quien no ha terminado un curso, o anote el curso.
rule-CSATF-S-S2-says = El curso S2 permite trabajar cerca de armas de fuego; aquel a quien se da una necesita el curso S.
rule-CSATF-S-S2-remedy = Que el portador termine el curso S, y anótelo.
rule-CSATF-S-S2_handler-says = El curso S2 permite trabajar cerca de armas de fuego; quien toma una bajo custodia necesita el curso S.
rule-CSATF-S-S2_handler-remedy = Que el responsable termine el curso S, y anótelo.

## places/us/us-ca/penal-25510-transport.cedar

rule-CA-PEN-25510-says = Un arma de fuego viaja directamente entre el prestador y la producción; un viaje cuyo destino no se declara no está cubierto.
rule-CA-PEN-25510-remedy = Declare adónde va, y que vaya allí sin parar.

## places/us/us-ca/penal-27000-loans.cedar

rule-CA-PEN-27000-27805-27810-says = Un arma de fuego prestada por un comerciante o un titular de licencia federal llega descargada.
rule-CA-PEN-27000-27805-27810-remedy = Que el prestador muestre que está descargada, y anótelo.
rule-CA-PEN-27000-27805-27810_permit-says = Quien toma prestada un arma de fuego de un comerciante o un titular de licencia federal tiene vigente un permiso de armas de fuego para el espectáculo.
rule-CA-PEN-27000-27805-27810_permit-remedy = Que la acepte el responsable que tiene el permiso.
rule-CA-PEN-27000-27805-27810_copy-says = El comerciante o titular de licencia federal que presta un arma de fuego conserva una copia del permiso.
rule-CA-PEN-27000-27805-27810_copy-remedy = Dé una copia al prestador, y archive que se dio.
rule-CA-PEN-27955-says = Un arma de fuego que un particular presta como utilería llega descargada, y a un adulto.
rule-CA-PEN-27955-remedy = Que el prestador muestre a un responsable adulto que está descargada, y anótelo.

## places/us/us-ca/penal-29500-permit.cedar

rule-CA-PEN-29500-says = El permiso de armas de fuego para el espectáculo se da desde los 21 años.
rule-CA-PEN-29500-remedy = Que tome el arma de fuego un responsable de 21 años o más.
rule-CA-PEN-29500_record-says = No consta permiso de armas de fuego para el espectáculo de nadie menor de 21 años.
rule-CA-PEN-29500_record-remedy = Mire de nuevo el documento: no puede ser este permiso.
rule-CA-PEN-29500_loan-says = El permiso de armas de fuego para el espectáculo cubre un arma de fuego prestada como utilería, de modo que consta quién la prestó.
rule-CA-PEN-29500_loan-remedy = Anote quién prestó el arma de fuego.
rule-CA-PEN-29510-says = El permiso de armas de fuego para el espectáculo se renueva cada año; si no lleva fecha de fin, cuenta un año desde su emisión.
rule-CA-PEN-29510-remedy = Anote el permiso renovado, con su día de emisión o su fin.
rule-CA-PEN-29515-29520-says = El permiso puede terminar antes de su fecha; nadie ha consultado si sigue en pie.
rule-CA-PEN-29515-29520-remedy = Consulte el permiso con el estado, y anote el día.
rule-CA-PEN-29515-29520_days-says = El permiso puede terminar antes de su fecha; no se consultó dentro de los días que fijó esta producción.
rule-CA-PEN-29515-29520_days-remedy = Consulte el permiso con el estado, y anote el día.

## places/us/us-ca/penal-29615-minors.cedar

rule-CA-PEN-29615-31810-says = Un menor tiene un arma de fuego solo con un padre o tutor presente, o con su consentimiento escrito y además un adulto responsable presente o 16 años cumplidos.
rule-CA-PEN-29615-31810-remedy = Traiga al tutor al plató; o anote el consentimiento escrito, y tenga presente al adulto responsable.

## places/us/us-ca/title-8-injuries.cedar

rule-CALOSHA-342_a-says = Una muerte, una lesión grave o una enfermedad grave se comunica enseguida, dentro de las 8 horas de saberla; hasta saber cuán grave es, cuenta como grave.
rule-CALOSHA-342_a-remedy = Comuníquelo por teléfono, y anote cuándo y a quién.
rule-CALOSHA-342_c-says = La comunicación dice quién, cuándo, dónde, cuán grave, qué ocurrió, a quién más se llamó, y si se alteró el lugar o el arma.
rule-CALOSHA-342_c-remedy = Complete cada uno de estos datos, y no toque nada que no haga falta tocar.
rule-CALOSHA-330_h-says = Un ingreso en hospital de cualquier duración cuenta como grave, salvo que fuera solo para observación o pruebas.
rule-CALOSHA-330_h-remedy = Pregunte al hospital cuál de los dos fue, y conserve la respuesta.

## places/us/us-ca/us-ca-la/film-permit.cedar

rule-FILMLA-WEAPONS-says = Donde el público puede verlo u oírlo, el permiso de rodaje declara las armas, también las imitaciones.
rule-FILMLA-WEAPONS-remedy = Haga incluir las armas en el permiso, y archívelo (film_permit, con weapons_declared).
rule-FILMLA-WEAPONS_notice-says = Donde el público puede verlo u oírlo, se avisó a la policía local al menos 30 minutos antes.
rule-FILMLA-WEAPONS_notice-remedy = Avise a la policía local, archive el aviso (police_notice) y espere a que pasen 30 minutos.
rule-FILMLA-WEAPONS_officer-says = Donde el público puede verlo u oírlo, hay un agente mientras se muestran o disparan armas.
rule-FILMLA-WEAPONS_officer-remedy = Espere al agente, y anote que llegó.
rule-FILMLA-WEAPONS_begin-says = Donde el público puede verlo u oírlo, el permiso de rodaje declara las armas, también las imitaciones.
rule-FILMLA-WEAPONS_begin-remedy = Haga incluir las armas en el permiso, y archívelo (film_permit, con weapons_declared).
rule-FILMLA-WEAPONS_notice-begin-says = Donde el público puede verlo u oírlo, se avisó a la policía local al menos 30 minutos antes.
rule-FILMLA-WEAPONS_notice-begin-remedy = Avise a la policía local, archive el aviso (police_notice) y espere a que pasen 30 minutos.
rule-FILMLA-WEAPONS_officer-begin-says = Donde el público puede verlo u oírlo, hay un agente mientras se muestran o disparan armas.
rule-FILMLA-WEAPONS_officer-begin-remedy = Espere al agente, y anote que llegó.
rule-FILMLA-WEAPONS_plan-says = El público podría ver u oír esta escena, y no consta ningún permiso que declare sus armas.
rule-FILMLA-WEAPONS_plan-remedy = Declare las armas en la solicitud del permiso antes del día.
rule-FILMLA-WEAPONS_revoked-says = Un arma usada contra sus condiciones revoca el permiso.
rule-FILMLA-WEAPONS_revoked-remedy = Avise a la oficina de permisos, y siga solo cuando diga que el permiso se mantiene.

## places/us/us-nps/custody.cedar

rule-NPS-CASA-CUSTODY-says = Nadie menor de 16 años lleva un arma.
rule-NPS-CASA-CUSTODY-remedy = Dé el papel a alguien de 16 años o más.
rule-NPS-CASA-CUSTODY_handler-says = Nadie menor de 16 años toma un arma bajo custodia, la comprueba, la carga ni la dispara.
rule-NPS-CASA-CUSTODY_handler-remedy = Que lo haga alguien de 16 años o más.
rule-NPS-CASA-CUSTODY_visitor-says = Un arma nunca se da en mano a un visitante.
rule-NPS-CASA-CUSTODY_visitor-remedy = Muéstrela, y que siga en la mano de un participante.
rule-NPS-CASA-CUSTODY_signed-says = Cada participante ha firmado las normas de armas del parque.
rule-NPS-CASA-CUSTODY_signed-remedy = Que el participante firme, y anótelo (consentimiento park_weapons_rules, por escrito).
rule-NPS-CASA-CUSTODY_signed-handler-says = Quien saca un arma de su depósito ha firmado las normas de armas del parque.
rule-NPS-CASA-CUSTODY_signed-handler-remedy = Firme las normas, y anótelo (consentimiento park_weapons_rules, por escrito).
rule-NPS-CASA-CUSTODY_supervisor-says = Hay un supervisor de armas certificado mientras se usan armas.
rule-NPS-CASA-CUSTODY_supervisor-remedy = Espere al supervisor de armas certificado, y anote que llegó.
rule-NPS-CASA-CUSTODY_alone-says = Un arma dejada sola abre un incidente.
rule-NPS-CASA-CUSTODY_alone-remedy = Averigüe quién pudo alcanzarla, compruébela, y cierre el incidente con su causa y su medida.

## places/us/us-nps/inspection.cedar

rule-NPS-DAILYINSPECT-says = La primera inspección de un arma en la jornada la hace un supervisor de armas certificado, o se hace ante él, también si no va a dispararse.
rule-NPS-DAILYINSPECT-remedy = Que el supervisor de armas certificado la inspeccione, o la vea inspeccionar.
rule-NPS-DAILYINSPECT_use-says = Un arma que no se inspeccionó hoy no se usa.
rule-NPS-DAILYINSPECT_use-remedy = Inspecciónela ante el supervisor de armas certificado.
rule-NPS-DAILYINSPECT_day-says = Las armas salen de su depósito en una jornada que se abrió, para saber qué inspección es de hoy.
rule-NPS-DAILYINSPECT_day-remedy = Abra la jornada, y saque después el arma.
rule-NPS-BEFOREAFTER-says = Que un arma de avancarga está despejada se prueba con la baqueta, dejada caer por el ánima hasta que suene en la recámara.
rule-NPS-BEFOREAFTER-remedy = Deje caer la baqueta, escuche y mire cuánto sobresale, y anote que sonó.
rule-NPS-BEFOREAFTER_each-says = De un arma de avancarga que volvió se prueba que está despejada antes de que salga otra vez.
rule-NPS-BEFOREAFTER_each-remedy = Deje caer de nuevo la baqueta antes de la próxima demostración.
rule-NPS-BEFOREAFTER_between-says = Ninguna demostración comienza con un arma de avancarga que sigue fuera desde la anterior.
rule-NPS-BEFOREAFTER_between-remedy = Recoja las armas nombradas, y deje caer la baqueta en cada una.
rule-NPS-BEFOREAFTER_after-says = Un arma de avancarga que volvió a su depósito sin probarse despejada abre un incidente.
rule-NPS-BEFOREAFTER_after-remedy = Sáquela, deje caer la baqueta, y cierre el incidente con su causa y su medida.

## places/us/us-nps/misfire.cedar

rule-NPS-THREETRIES-says = El tercer intento fallido es un fallo de disparo de nivel II: el arma sale de la escena.
rule-NPS-THREETRIES-remedy = Saque el arma de la escena, haga que la despejen con el equipo especial, cierre el incidente y levante la suspensión.
rule-NPS-THREETRIES_stuck-says = Lo que obstruye un ánima no puede despejarse en el lugar: es un fallo de disparo de nivel II.
rule-NPS-THREETRIES_stuck-remedy = Saque el arma de la escena, haga que la despejen con el equipo especial, cierre el incidente y levante la suspensión.
rule-NPS-THREETRIES_called-says = El supervisor de armas certificado declara un fallo de disparo de nivel II en cualquier momento, apartando un arma que está en espera.
rule-NPS-THREETRIES_called-remedy = Saque el arma de la escena, haga que la despejen con el equipo especial, cierre el incidente y levante la suspensión.
rule-NPS-THREETRIES_cleared-says = Un arma con un fallo de disparo de nivel II se despeja fuera de la mano, por un supervisor de armas certificado o ante él.
rule-NPS-THREETRIES_cleared-remedy = Sáquela de la mano, y que el supervisor de armas certificado la despeje o la vea despejar.
rule-NPS-10S-says = Tras un fallo de disparo pasan 10 segundos antes de cebar de nuevo el arma, abrirla o dar el permiso de disparo.
rule-NPS-10S-remedy = Mantenga la boca del cañón en dirección segura hasta que pasen los 10 segundos.

## places/us/us-nps/store.cedar

rule-NPS-STORE-says = El depósito no se inspeccionó por escrito en los últimos siete días.
rule-NPS-STORE-remedy = Inspeccione el depósito, y archive el informe (store_inspection).
rule-NPS-STORE_count-says = Un depósito no se contó en los últimos 90 días.
rule-NPS-STORE_count-remedy = Cuente lo que hay dentro, ante un testigo.
rule-NPS-STORE_quantity-says = Aquí hay más de 300 lb (136 077 711 mg) de pólvora, o pólvora cuyo peso nadie anotó.
rule-NPS-STORE_quantity-remedy = Retire pólvora, o anote lo que pesa.
rule-NPS-STORE_powder-says = La pólvora a granel tiene como máximo dos años, según el día de su envase; este no lleva ninguno, o es más antigua.
rule-NPS-STORE_powder-remedy = Tome pólvora más nueva, o ponga el día en el envase y en el registro.
rule-NPS-STORE_cartridges-says = Los cartuchos metálicos tienen como máximo cuatro años, según el día de su envase; este no lleva ninguno, o son más antiguos.
rule-NPS-STORE_cartridges-remedy = Tome cartuchos más nuevos, o ponga el día en el envase y en el registro.
rule-NPS-STORE_log-says = El libro corriente del depósito recoge cada recepción.
rule-NPS-STORE_log-remedy = Asiente qué llegó, de quién, y el día de su envase.

## places/us/us-ny/us-ny-nyc/film-permit.cedar

rule-NYC-MOME-says = En propiedad pública, y donde el público puede oír un disparo, se solicitó la unidad policial de cine.
rule-NYC-MOME-remedy = Solicite la unidad policial con el permiso, y archive la solicitud (police_film_unit_request).
rule-NYC-MOME_begin-says = En propiedad pública, y donde el público puede oír un disparo, se solicitó la unidad policial de cine.
rule-NYC-MOME_begin-remedy = Solicite la unidad policial con el permiso, y archive la solicitud (police_film_unit_request).
rule-NYC-MOME_plan-says = Esta escena necesita la unidad policial de cine, y no consta ninguna solicitud.
rule-NYC-MOME_plan-remedy = Solicite la unidad con la solicitud del permiso, antes del día.
rule-NYC-MOME_permit-says = Hay un permiso archivado, y no consta ninguna solicitud de la unidad policial de cine.
rule-NYC-MOME_permit-remedy = Solicite la unidad donde haya armas en propiedad pública o pueda oírse un disparo.

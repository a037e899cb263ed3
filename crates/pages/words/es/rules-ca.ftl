# Las reglas de Canadá: lo que dice cada una, y qué lo convierte en un sí.

## places/ca/authorization-to-transport.cedar

rule-CAN-ATT-says = Un arma de fuego restringida o prohibida se mueve solo con una autorización que la nombra, con su periodo, este lugar y el motivo, por una ruta razonablemente directa.
rule-CAN-ATT-remedy = Archive la autorización de esta arma de fuego (authorization_to_transport), con su último día, o anote que el arma es non_restricted.
rule-CAN-ATT_destination-says = Una autorización nombra los lugares entre los que se mueve un arma de fuego; de esta nadie sabe adónde va.
rule-CAN-ATT_destination-remedy = Diga adónde va.
rule-CAN-ATT_delivered-says = Se trajo aquí un arma de fuego restringida o prohibida, y la autorización para moverla no está archivada.
rule-CAN-ATT_delivered-remedy = Vea la autorización de quien la trajo, y archívela para esta arma de fuego (authorization_to_transport).

## places/ca/ca-bc/public-places.cedar

rule-BC-QUARTERLOAD-says = Donde el público puede verlo u oírlo, se carga solo cuarto de carga, salvo que el permiso del municipio permita la carga entera.
rule-BC-QUARTERLOAD-remedy = Cargue cuarto de carga, o archive el permiso que permite más (film_permit, con full_loads).
rule-BC-QUARTERLOAD_half-says = Donde el público puede verlo u oírlo, la media carga necesita el permiso del municipio.
rule-BC-QUARTERLOAD_half-remedy = Cargue cuarto de carga, o archive el permiso que permite más (film_permit, con half_loads o full_loads).
rule-BC-QUARTERLOAD_plan-says = Donde el público puede verlo u oírlo, no se planifica más que cuarto de carga, salvo que el permiso del municipio permita más.
rule-BC-QUARTERLOAD_plan-remedy = Planifique cuarto de carga, o archive el permiso que permite más (film_permit, con half_loads o full_loads).
rule-BC-QUARTERLOAD_officer-says = Donde el permiso del municipio pide un agente, hay uno en el plató mientras el público puede ver u oír armas.
rule-BC-QUARTERLOAD_officer-remedy = Espere al agente.
rule-BC-QUARTERLOAD_officer-fire-says = Donde el permiso del municipio pide un agente, sin él no se dispara nada que el público pueda ver u oír.
rule-BC-QUARTERLOAD_officer-fire-remedy = Espere al agente.
rule-BC-QUARTERLOAD_asked-says = El público puede ver u oír armas, y no hay archivado ningún permiso del municipio: puede pedir un agente.
rule-BC-QUARTERLOAD_asked-remedy = Pregunte al municipio, y archive su permiso (film_permit) con lo que pide.

## places/ca/ca-bc/shape-briefing.cedar

rule-SHAPE-BC-BRIEF_meeting-says = La reunión es en el lugar y recorriendo la acción, y repasa la acción, sus desviaciones, cómo abortar y quién está a cargo.
rule-SHAPE-BC-BRIEF_meeting-remedy = Celébrela en el lugar, y diga que se repasaron las cuatro cosas.
rule-SHAPE-BC-BRIEF_look-alike-says = También una imitación se entrega solo después de la reunión en el lugar.
rule-SHAPE-BC-BRIEF_look-alike-remedy = Celebre la reunión en el lugar y recorra la acción.
rule-SHAPE-BC-BRIEF_begin-says = Ningún ensayo y ninguna función comienza con armas de fuego o imitaciones antes de la reunión en el lugar.
rule-SHAPE-BC-BRIEF_begin-remedy = Celebre la reunión en el lugar y recorra la acción.
rule-SHAPE-BC-BRIEF_trained-says = A nadie se le da un arma de fuego o una imitación antes de formarse con ella, ni siquiera para formarse.
rule-SHAPE-BC-BRIEF_trained-remedy = Inicie primero a la persona en ella, con su seguro incluido.
rule-SHAPE-BC-BRIEF_live-says = Nunca entra munición con bala en el recinto; lo que nadie conoce cuenta como real, y aquí no se conoce ninguna excepción.
rule-SHAPE-BC-BRIEF_live-remedy = Devuélvala, o que el fabricante declare las partes.
rule-SHAPE-BC-BRIEF_live-load-says = En el recinto nunca se carga munición con bala, y aquí no se conoce ninguna excepción.
rule-SHAPE-BC-BRIEF_live-load-remedy = Cargue fogueo, o inertes probados uno a uno.
rule-SHAPE-BC-BRIEF_live-exception-says = Aquí no se conoce ninguna excepción para munición con bala en el recinto.
rule-SHAPE-BC-BRIEF_live-exception-remedy = Prescinda de ella: inertes, fogueo o efectos añadidos después.
rule-SHAPE-BC-BRIEF_brought-says = Se trajo munición con bala al recinto: el trabajo con armas se detiene hasta que esté fuera.
rule-SHAPE-BC-BRIEF_brought-remedy = Sáquela de aquí, compruebe cada lote y levante la suspensión.
rule-SHAPE-BC-BRIEF_found-says = Un cartucho con bala en el recinto detiene el trabajo con armas, incluso si se declaró una excepción.
rule-SHAPE-BC-BRIEF_found-remedy = Asegure el cartucho, averigüe de dónde vino, compruebe cada lote y levante la suspensión.

## places/ca/ca-mb/guideline-22-coordinator.cedar

rule-MB-22_A1-A2-says = Las armas de fuego y las imitaciones están a cargo de un coordinador con licencia.
rule-MB-22_A1-A2-remedy = Anote la licencia del coordinador (firearms_licence, firearms_business_licence o wrangler_licence), o que lo haga uno que la tenga.
rule-MB-22_A1-A2_relief-says = El relevo con armas de fuego lo toma solo un coordinador con licencia.
rule-MB-22_A1-A2_relief-remedy = Anote la licencia de quien toma el relevo (firearms_licence, firearms_business_licence o wrangler_licence).
rule-MB-22_A1-A2_named-says = Se nombra un coordinador antes de que salga una imitación, igual que con un arma de fuego.
rule-MB-22_A1-A2_named-remedy = Dé a alguien el cargo de armero o de jefe de utilería.
rule-MB-22_A1-A2_duty-says = El coordinador no tiene otro servicio mientras se usan armas de fuego o imitaciones.
rule-MB-22_A1-A2_duty-remedy = Deje primero el otro servicio, o que lo haga otra persona.
rule-MB-22_A1-A2_fire-says = No se dispara ningún arma de fuego cuyo coordinador tiene otro servicio.
rule-MB-22_A1-A2_fire-remedy = Que el coordinador deje el otro servicio, o recoja el arma de fuego.
rule-MB-22_A1-A2_other-duty-says = Mientras un arma de fuego se usaba o se dejaba, alguien con una fuera de su caja fuerte tenía otro servicio.
rule-MB-22_A1-A2_other-duty-remedy = Que el coordinador haga una sola cosa, y cierre el incidente con su causa y su medida.
rule-MB-22_A1-A2_prove-says = Quien comprueba un arma de fuego o una imitación conoce la comprobación PROVE de esta.
rule-MB-22_A1-A2_prove-remedy = Anote la formación con ella o con su clase, o el curso (prove_check) con las clases que abarca.
rule-MB-22_A1-A2_trains-says = El coordinador forma a las personas en armas de fuego nombradas: sin nombrarlas no hay información que valga.
rule-MB-22_A1-A2_trains-remedy = Nombre las armas de fuego o imitaciones sobre las que se informó a la persona.
rule-MB-22_A1-A2_after-says = Volvió a la caja fuerte sin la comprobación que sigue a cada uso.
rule-MB-22_A1-A2_after-remedy = Compruébela antes de usarla de nuevo, y anote por qué no se comprobó.

## places/ca/ca-mb/guideline-22-locked.cedar

rule-MB-22_A4-says = Un arma de fuego o imitación que no se necesita hoy sigue bajo llave.
rule-MB-22_A4-remedy = Déjela en la caja fuerte, o haga planificar, aprobar y poner en el orden de hoy la escena que la usa.
rule-MB-22_A4_load-says = Un arma de fuego que no se necesita enseguida no se carga.
rule-MB-22_A4_load-remedy = Cárguela en el día, para la escena del orden de trabajo.
rule-MB-22_A4_loaded-says = Se guardó bajo llave un arma de fuego con cartuchos dentro.
rule-MB-22_A4_loaded-remedy = Sáquela con un testigo, descárguela y compruébela, y cierre el incidente.
rule-MB-22_A4_left-says = Un arma de fuego o imitación no quedó ni en una mano ni bajo llave.
rule-MB-22_A4_left-remedy = Guárdela bajo llave, compruébela, averigüe cómo ocurrió y cierre el incidente.

## places/ca/ca-mb/guideline-22-register.cedar

rule-MB-22_A3-says = No se usa ningún arma de fuego o imitación propia de alguien, por ninguna razón; si nadie sabe quién la prestó, cuenta como propia de alguien.
rule-MB-22_A3-remedy = Alquile una, o anote quién la prestó.
rule-MB-22_A3_registered-says = Cada arma de fuego e imitación está registrada con el coordinador, por su número o su marca.
rule-MB-22_A3_registered-remedy = Lea el número de serie o la marca, y anótelo.
rule-MB-22_A3_ammunition-says = No se usa munición propia de nadie: ni hecha en casa, ni sobrante de un trabajo anterior, ni de fabricante desconocido.
rule-MB-22_A3_ammunition-remedy = Encárguela para esta producción a un fabricante, y anote el fabricante.
rule-MB-22_A3_brought-says = Se trajo un arma de fuego o imitación propia de alguien.
rule-MB-22_A3_brought-remedy = Sáquela de aquí, averigüe quién la trajo y por qué, y cierre el incidente.

## places/ca/ca-on/guideline-39-firing.cedar

rule-ON-39-FIRING-says = Se acepta solo fogueo hecho para uso teatral: con fabricante y partes que constan, y no hecho en casa.
rule-ON-39-FIRING-remedy = Encargue fogueo a un fabricante que lo haga para la escena o la pantalla, y anote el fabricante y las partes.
rule-ON-39-FIRING_warned-says = Se advierte al equipo antes de disparar cualquier arma.
rule-ON-39-FIRING_warned-remedy = Anúnciela con la frase impresa.
rule-ON-39-FIRING_aloud-says = No consta nadie que oyera la advertencia.
rule-ON-39-FIRING_aloud-remedy = Que alguien la repita, o anote quién la oyó.
rule-ON-39-FIRING_shield-says = Donde se dispara hacia una cámara o el equipo, o las vainas vuelan hacia allí, se planifican pantallas.
rule-ON-39-FIRING_shield-remedy = Planifique pantallas, o apunte y colóquese de modo que no vaya nada hacia allí, y dígalo en el plan.
rule-ON-39-FIRING_shield-fire-says = Donde se dispara hacia una cámara o el equipo, o las vainas vuelan hacia allí, no se dispara nada sin pantallas.
rule-ON-39-FIRING_shield-fire-remedy = Planifique la escena con pantallas, y haga que se apruebe.

## places/ca/ca-on/guideline-39-handler.cedar

rule-ON-39_6-says = Acepta, saca, carga, entrega y prueba armas de fuego e imitaciones un responsable de armas con licencia válida.
rule-ON-39_6-remedy = Anote la licencia del responsable (firearms_licence, firearms_business_licence o wrangler_licence), o que lo haga uno que la tenga.
rule-ON-39_6_relief-says = El relevo con armas de fuego lo toma solo un responsable de armas con licencia válida.
rule-ON-39_6_relief-remedy = Anote la licencia del responsable (firearms_licence, firearms_business_licence o wrangler_licence), o que tome el relevo uno que la tenga.
rule-ON-39_6_designated-says = Se designa a alguien a cargo de las armas antes de que salga una.
rule-ON-39_6_designated-remedy = Dé a alguien el cargo de armero o de jefe de utilería.
rule-ON-39_6_begin-says = Nada comienza con armas mientras no hay un responsable de armas de servicio.
rule-ON-39_6_begin-remedy = Que el responsable a cargo tome servicio con armas.
rule-ON-39_6_fire-says = Un arma de fuego se dispara mientras el responsable que responde de ella tiene licencia válida.
rule-ON-39_6_fire-remedy = Recójala, y que tome el relevo un responsable con licencia válida.

## places/ca/ca-on/guideline-39-live.cedar

rule-ON-39_2-says = Nunca se usa munición con bala; lo que nadie conoce cuenta como real, y aquí no se conoce ninguna excepción.
rule-ON-39_2-remedy = Devuélvala, o que el fabricante declare las partes.
rule-ON-39_2_load-says = Nunca se carga munición con bala, y aquí no se conoce ninguna excepción.
rule-ON-39_2_load-remedy = Cargue fogueo, o inertes probados uno a uno.
rule-ON-39_2_test-says = Un arma de fuego nunca se dispara con munición con bala, ni siquiera para probarla.
rule-ON-39_2_test-remedy = Pruébela con el fogueo que va a disparar.
rule-ON-39_2_hand-says = La munición con bala nunca se reparte: va a la caja fuerte, de vuelta o a la policía.
rule-ON-39_2_hand-remedy = Póngala en la caja fuerte, devuélvala o entréguela a la policía.
rule-ON-39_2_plan-says = No se planifica ninguna escena con munición con bala.
rule-ON-39_2_plan-remedy = Planifique fogueo o inertes.
rule-ON-39_2_fire-says = Un arma de fuego con un cartucho con bala dentro no se entrega ni se dispara.
rule-ON-39_2_fire-remedy = Recójala, descárguela y comunique el cartucho.
rule-ON-39_2_exception-says = Aquí no se conoce ninguna excepción para munición con bala.
rule-ON-39_2_exception-remedy = Prescinda de ella: inertes, fogueo o efectos añadidos después.
rule-ON-39_2_found-says = Un cartucho con bala que aparece detiene el trabajo con armas, incluso si se declaró una excepción.
rule-ON-39_2_found-remedy = Asegure el cartucho, averigüe de dónde vino, compruebe cada lote y levante la suspensión.
rule-ON-39_2_loaded-says = Un arma de fuego cuenta como cargada hasta probar qué lleva dentro: sin probarlo no se muestra, no se anuncia, no se entrega ni se dispara.
rule-ON-39_2_loaded-remedy = Compruébela ante un testigo, cada posición y el ánima.

## places/ca/ca-on/guideline-39-pointing.cedar

rule-ON-39_3-says = Ningún plan deja que un arma de fuego apunte a alguien, tampoco al portador, ni que alguien esté en su línea.
rule-ON-39_3-remedy = Planifique la boca lejos de todos, que la cámara engañe con la línea, y diga que no se apunta a nadie.
rule-ON-39_3_use-says = Un arma de fuego no se entrega ni se dispara para una escena en la que puede apuntar a alguien.
rule-ON-39_3_use-remedy = Planifique la escena de nuevo con la boca lejos de todos, y haga que se apruebe.
rule-ON-39_3_begin-says = No comienza ni ensayo ni toma en que un arma de fuego pueda apuntar a alguien.
rule-ON-39_3_begin-remedy = Planifique la escena de nuevo con la boca lejos de todos, y haga que se apruebe.
rule-ON-39_3_zone-says = No se despeja ninguna zona para armas de fuego con alguien en la línea según el plan.
rule-ON-39_3_zone-remedy = Saque a todos de la línea, planifique la escena de nuevo y haga que se apruebe.

## places/ca/ca-on/ohsa-51-injuries.cedar

rule-ON-OHSA-51-says = De una muerte o una lesión crítica se avisa enseguida al ministerio, al comité o al representante de seguridad, y al sindicato.
rule-ON-OHSA-51-remedy = Avise a todos por la vía más rápida, y anote cuándo y a quién.
rule-ON-OHSA-51_report-says = El ministerio tiene un informe escrito de una muerte o una lesión crítica en un plazo de 48 horas.
rule-ON-OHSA-51_report-remedy = Escríbalo, con lo que pide el reglamento, y anote cuándo se envió.
rule-ON-OHSA-51_scene-says = El lugar de una muerte o una lesión crítica no se altera, de modo que en él no sigue el trabajo.
rule-ON-OHSA-51_scene-remedy = Deje todo como está hasta que un inspector lo permita, salvo para ayudar a alguien o evitar un daño.
rule-ON-OHSA-51_preserve-says = Lo que estaba en una muerte o una lesión crítica queda como se halló.
rule-ON-OHSA-51_preserve-remedy = Espere a que el inspector lo libere, y comuníquelo.
rule-ON-OHSA-51_kept-says = Se conservan las horas de los avisos, a quién llegaron y si se alteró el lugar.
rule-ON-OHSA-51_kept-remedy = Anote cada cosa según ocurre.

## places/ca/replicas.cedar

rule-CAN-REPLICA-says = Acepta un arma de fuego o una imitación un jefe de utilería con licencia comercial de armas de fuego, o un encargado de armas con licencia (wrangler).
rule-CAN-REPLICA-remedy = Que la acepte quien tiene la licencia, y anote la licencia (firearms_business_licence o wrangler_licence).
rule-CAN-REPLICA_out-says = Un arma de fuego o una imitación sale de la caja fuerte con una licencia comercial de armas de fuego o de encargado de armas (wrangler): del responsable o de la producción.
rule-CAN-REPLICA_out-remedy = Que la saque quien tiene la licencia, o archive la licencia de la producción (firearms_business_licence).

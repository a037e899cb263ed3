# Las reglas del Reino Unido: lo que dice cada una, y qué lo convierte en un sí.

## places/uk/bbc-armourer.cedar

rule-UK-BBC-ARMOURER-says = Acepta, saca, carga y entrega un arma de fuego un armero que la emisora ha investigado.
rule-UK-BBC-ARMOURER-remedy = Que lo haga un armero investigado, o anote la investigación (vetted_armourer).
rule-UK-BBC-ARMOURER_licence-says = La licencia del armero está vigente y abarca este tipo de arma.
rule-UK-BBC-ARMOURER_licence-remedy = Anote la licencia (armourer_licence) con su fin y las clases que abarca, o que lo haga un armero cuya licencia abarque esta arma.
rule-UK-BBC-ARMOURER_relief-says = El relevo con armas de fuego lo toma un armero investigado y con licencia vigente.
rule-UK-BBC-ARMOURER_relief-remedy = Que tome el relevo un armero investigado y con licencia.
rule-UK-BBC-ARMOURER_replica-says = Se planifica un arma de fuego solo donde no sirve una réplica.
rule-UK-BBC-ARMOURER_replica-remedy = Planifique una réplica, o haga constar que no sirve ninguna.
rule-UK-BBC-ARMOURER_endorsed-says = Un armero respalda el plan de una escena con un arma de fuego.
rule-UK-BBC-ARMOURER_endorsed-remedy = Que el armero pida, o acepte.
rule-UK-BBC-ARMOURER_assessed-says = Un armero toma parte en la evaluación de riesgo de una escena con un arma de fuego.
rule-UK-BBC-ARMOURER_assessed-remedy = Que el armero pida, o acepte.
rule-UK-BBC-ARMOURER_findings-says = Lo que halló la evaluación de riesgo llegó a todos antes de entregar un arma de fuego.
rule-UK-BBC-ARMOURER_findings-remedy = Dé las conclusiones al elenco y al equipo, y archive que se hizo (risk_assessment_findings, con cast y crew).
rule-UK-BBC-ARMOURER_findings_begin-says = Lo que halló la evaluación de riesgo llegó a todos antes de que comience una escena con un arma de fuego.
rule-UK-BBC-ARMOURER_findings_begin-remedy = Dé las conclusiones al elenco y al equipo, y archive que se hizo (risk_assessment_findings, con cast y crew).
rule-UK-BBC-ARMOURER_rounds-says = Un cartucho con carga pasa de mano en mano solo si lo da o lo toma un responsable.
rule-UK-BBC-ARMOURER_rounds-remedy = Déselo al armero, que lo da a su vez.

## places/uk/etis20-replicas.cedar

rule-UK-ETIS20-REPLICA-says = Una réplica o un arma inutilizada viaja con la persona nombrada que responde de ella, y sin mensajero.
rule-UK-ETIS20-REPLICA-remedy = Nombre a un responsable de armas o a la persona responsable que va con ella.
rule-UK-ETIS20-REPLICA_journey-says = La policía sabe de una réplica o un arma inutilizada antes de que viaje.
rule-UK-ETIS20-REPLICA_journey-remedy = Avise a la policía, y archive el aviso (police_notice).
rule-UK-ETIS20-REPLICA_police-says = La policía sabe de una réplica o un arma inutilizada antes de que esté en una mano, pueda o no verla el público.
rule-UK-ETIS20-REPLICA_police-remedy = Avise a la policía, y archive el aviso (police_notice).
rule-UK-ETIS20-REPLICA_store-says = Una réplica o un arma inutilizada que no se usa está en un estuche con llave en una sala con llave.
rule-UK-ETIS20-REPLICA_store-remedy = Archive dónde está (secure_storage, con locked_case y locked_room).
rule-UK-ETIS20-REPLICA_unattended-says = Una réplica o un arma inutilizada dejada sola abre un incidente: una persona nombrada la asegura en todo momento.
rule-UK-ETIS20-REPLICA_unattended-remedy = Averigüe cómo ocurrió, y cierre el incidente con su causa y su medida.

## places/uk/nos-sksar8-misfires.cedar

rule-UK-NOS-SKSAR8-says = Un arma que falló, se interrumpió o se disparó sin querer queda suspendida hasta su puesta a punto.
rule-UK-NOS-SKSAR8-remedy = Anote la causa cerrando el incidente, y levante la suspensión con el Primer AD.
rule-UK-NOS-SKSAR8_log-says = El libro dice qué arma, qué se recuperó de su munición, la causa, a quién se avisó y cómo se puso a punto.
rule-UK-NOS-SKSAR8_log-remedy = Escriba cada una de estas cosas mientras los presentes las recuerdan.
rule-UK-NOS-SKSAR8_recovered-says = Un incidente se cierra cuando en un arma, en una mano o en el suelo no queda ningún cartucho que falló.
rule-UK-NOS-SKSAR8_recovered-remedy = Ponga en la caja fuerte los cartuchos que fallaron, devuélvalos o hágalos destruir; después ciérrelo.
rule-UK-NOS-SKSAR8_cause-says = Una suspensión se levanta después de anotar la causa.
rule-UK-NOS-SKSAR8_cause-remedy = Cierre el incidente con su causa y su medida, y levante después la suspensión.
rule-UK-NOS-SKSAR8_reset-says = Tras un fallo de disparo, el Primer AD lo sabe antes de que el arma se use de nuevo.
rule-UK-NOS-SKSAR8_reset-remedy = Que el Primer AD sea testigo del fin de la espera, o lo acepte.
rule-UK-NOS-SKSAR8_told-says = Hay un incidente abierto: los afectados oyen qué ocurrió antes de que siga el trabajo.
rule-UK-NOS-SKSAR8_told-remedy = Dígaselo, y cierre el incidente.

## places/uk/riddor-injuries.cedar

rule-UK-RIDDOR-says = Una muerte o una lesión grave en el trabajo se notifica sin demora.
rule-UK-RIDDOR-remedy = Notifíquelo por el medio más rápido, y anote cuándo y a quién.
rule-UK-RIDDOR_report-says = Una muerte o una lesión grave en el trabajo se comunica en un plazo de 10 días.
rule-UK-RIDDOR_report-remedy = Envíe la comunicación, y anote su número.
rule-UK-RIDDOR_incapacity-says = Una lesión que aparta a alguien de su trabajo habitual más de 7 días se comunica en un plazo de 15 días.
rule-UK-RIDDOR_incapacity-remedy = Pregunte cuánto durará; envíe la comunicación, y anote su número.
rule-UK-RIDDOR_occurrence-says = Un disparo no previsto cuenta como suceso peligroso hasta que alguien que sabe diga lo contrario: se notifica sin demora.
rule-UK-RIDDOR_occurrence-remedy = Notifíquelo por el medio más rápido, y anote cuándo y a quién.
rule-UK-RIDDOR_occurrence-report-says = Un suceso peligroso se comunica en un plazo de 10 días.
rule-UK-RIDDOR_occurrence-report-remedy = Envíe la comunicación y anote su número; o anote quién dice que no lo es, y por qué.

## places/uk/uk-london/film-london-24.cedar

rule-UK-FILMLONDON-24-says = Un arma de fuego, o lo que lo parece, está en una mano solo según lo acordado antes con la policía.
rule-UK-FILMLONDON-24-remedy = Acuérdelo con la policía, y archive el acuerdo (police_agreement).
rule-UK-FILMLONDON-24_police_begin-says = Una escena con un arma de fuego, o lo que lo parece, comienza solo según lo acordado antes con la policía.
rule-UK-FILMLONDON-24_police_begin-remedy = Acuérdelo con la policía, y archive el acuerdo (police_agreement).
rule-UK-FILMLONDON-24_contact-says = Un arma de fuego, o lo que lo parece, está en una mano solo según lo acordado antes con el contacto de rodajes.
rule-UK-FILMLONDON-24_contact-remedy = Acuérdelo con el contacto de rodajes del lugar, y archive el acuerdo (film_contact_agreement).
rule-UK-FILMLONDON-24_contact_begin-says = Una escena con un arma de fuego, o lo que lo parece, comienza solo según lo acordado antes con el contacto de rodajes.
rule-UK-FILMLONDON-24_contact_begin-remedy = Acuérdelo con el contacto de rodajes del lugar, y archive el acuerdo (film_contact_agreement).
rule-UK-FILMLONDON-24_plan-says = La policía o el contacto de rodajes aún no han acordado esta escena.
rule-UK-FILMLONDON-24_plan-remedy = Acuérdela con ambos antes del día, y archive los dos acuerdos (police_agreement, film_contact_agreement).

## places/uk/uk-ni/firearms-order-para-12.cedar

rule-UK-NI-PARA12-says = Un arma de fuego se da solo a alguien que toma parte en la función o la película.
rule-UK-NI-PARA12-remedy = Que la lleve un intérprete o el suplente, o use una réplica.
rule-UK-NI-PARA12_purpose-says = Un arma de fuego se tiene para la función, su ensayo o la película, y para nada más.
rule-UK-NI-PARA12_purpose-remedy = Diga en el plan para qué es la escena.
rule-UK-NI-PARA12_authority-says = Un arma prohibida entra y sale con una autorización del Secretary of State que nombra a la persona a cargo.
rule-UK-NI-PARA12_authority-remedy = Archive la autorización (secretary_of_state_authority, con names_person_in_charge), o anote la categoría del arma.
rule-UK-NI-PARA12_in-charge-says = Un arma prohibida en una mano está a la vista de la persona a cargo que nombra la autorización.
rule-UK-NI-PARA12_in-charge-remedy = Que la vigile la persona a cargo, y anote quién es (person_in_charge).

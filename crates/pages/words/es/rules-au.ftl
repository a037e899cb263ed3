# Las reglas de Australia: lo que dice cada una, y qué lo convierte en un sí.

## places/au/au-nsw/firearms-regulation-35a.cedar

rule-NSW-35A_1-says = Un actor tiene un arma de fuego a la vista del armero teatral con licencia, o de un empleado autorizado y formado.
rule-NSW-35A_1-remedy = Nombre al armero con licencia, o a un empleado autorizado y formado, que no la pierda de vista.
rule-NSW-35A_1_custody-says = Un arma de fuego está bajo el control del armero teatral con licencia, o de un empleado autorizado y formado.
rule-NSW-35A_1_custody-remedy = Que lo haga el armero con licencia, o un empleado autorizado y formado; anote el documento (theatrical_armourer_licence o armourer_employee_authority).
rule-NSW-35A_1_relief-says = El relevo con armas de fuego lo toma el armero teatral con licencia, o un empleado autorizado.
rule-NSW-35A_1_relief-remedy = Que lo haga el armero con licencia, o un empleado autorizado y formado; anote el documento (theatrical_armourer_licence o armourer_employee_authority).
rule-NSW-35A_1_fire-says = Un arma de fuego se dispara mientras el armero con licencia o el empleado autorizado que responde de ella está en el plató y de servicio.
rule-NSW-35A_1_fire-remedy = Haga volver a quien responde de ella, o recójala.
rule-NSW-35A_1_order-says = Un arma de fuego que va al plató funciona con seguridad: nada de su mecanismo fue alterado, y no está apartada.
rule-NSW-35A_1_order-remedy = Haga que la arreglen y sáquela de cuarentena; o sáquela solo para mantenimiento.
rule-NSW-35A_3-says = El libro de registro nombra el tipo y el número de cada arma de fuego.
rule-NSW-35A_3-remedy = Lea el número o la marca, y anótelo.
rule-NSW-35A_3_out-says = El libro de registro muestra desde cuándo un arma de fuego está fuera del depósito seguro, y quién la tiene o la usa.
rule-NSW-35A_3_out-remedy = Asiente la hora y la persona a partir de este asiento.
rule-NSW-35A_3_back-says = El libro de registro muestra hasta cuándo alguien tuvo un arma de fuego, y hasta cuándo estuvo fuera del depósito seguro.
rule-NSW-35A_3_back-remedy = Asiente la hora a partir de este asiento.

## places/au/au-nsw/operable.cedar

rule-AU-OPERABLE_nsw-says = No se usa, ni siquiera con fogueo, un arma de fuego que puede alojar o disparar un cartucho con bala; si nadie anotó que no puede, puede.
rule-AU-OPERABLE_nsw-remedy = Use un arma de fuego modificada, una que solo dispara fogueo o una réplica; y anote que no puede disparar un cartucho con bala.
rule-AU-OPERABLE_nsw_plan-says = No se planifica ninguna escena con un arma de fuego que puede alojar o disparar un cartucho con bala.
rule-AU-OPERABLE_nsw_plan-remedy = Planifique un arma de fuego modificada, una que solo dispara fogueo o una réplica.
rule-AU-OPERABLE_nsw_certificate-says = Nada de lo archivado certifica que esta arma de fuego no puede alojar ni disparar un cartucho con bala.
rule-AU-OPERABLE_nsw_certificate-remedy = Vea el certificado de la modificación, y archívelo (modification_certificate).

## places/au/au-nsw/production-permit.cedar

rule-NSW-PERMIT-MINOR-says = Un menor tiene un arma de fuego con el permiso escrito de un padre o tutor.
rule-NSW-PERMIT-MINOR-remedy = Anote el permiso escrito del padre o tutor.
rule-NSW-PERMIT-MINOR_approval-says = Un menor tiene un arma de fuego con la aprobación del Commissioner of Police.
rule-NSW-PERMIT-MINOR_approval-remedy = Obtenga la aprobación, y anótela (commissioner_approval).
rule-NSW-PERMIT-MINOR_enroll-says = Antes de que un menor lleve aquí un arma de fuego, un tutor lo permite por escrito y el Commissioner lo aprueba.
rule-NSW-PERMIT-MINOR_enroll-remedy = Pida ambos con tiempo, o mantenga al menor lejos de las armas de fuego.
rule-NSW-PERMIT-MINOR_storage-says = Un arma de fuego de categoría A o B se guarda en nivel 1, cualquier otra en nivel 2; si nadie anotó la categoría, en nivel 2.
rule-NSW-PERMIT-MINOR_storage-remedy = Anote su categoría, y archive cómo se guarda (secure_storage, con level_1 o level_2).

## places/au/au-nsw/weapons-prohibition-19.cedar

rule-NSW-WPR-19-says = Un arma prohibida está en la mano de alguien designado, investigado por condenas de diez años y autorizado.
rule-NSW-WPR-19-remedy = Anote los tres (weapons_nomination, conviction_check_10_years, weapons_authority), o anote que la categoría del arma es otra.
rule-NSW-WPR-19_supervision-says = Un arma prohibida está en una mano a la vista del titular del permiso.
rule-NSW-WPR-19_supervision-remedy = Que la vigile el titular del permiso, y anote el permiso (prohibited_weapons_permit).
rule-NSW-WPR-19_custody-says = Un arma prohibida la saca el titular del permiso, o alguien designado, investigado y autorizado.
rule-NSW-WPR-19_custody-remedy = Que la tome el titular del permiso, o anote los tres documentos (weapons_nomination, conviction_check_10_years, weapons_authority).

## places/au/au-qld/inquest-2022.cedar

rule-AU-2017-INQUEST-says = Un cartucho con carga lo hace un fabricante con licencia, y nunca en casa.
rule-AU-2017-INQUEST-remedy = Encárguelo a un fabricante con licencia, y haga constar que la tiene.
rule-AU-2017-INQUEST_test-fire-says = Un arma se carga con una carga después de su disparo de prueba para esta producción.
rule-AU-2017-INQUEST_test-fire-remedy = Haga el disparo de prueba con cartuchos de ese lote, ante un testigo; después compruébela y cárguela.
rule-AU-2017-INQUEST_fire-says = Un arma se dispara después de su disparo de prueba para esta producción.
rule-AU-2017-INQUEST_fire-remedy = Recójala, descárguela y haga el disparo de prueba ante un testigo.
rule-AU-2017-INQUEST_distance-says = Nadie está a 145 cm o menos de una boca que dispara, se aprobara lo que se aprobara.
rule-AU-2017-INQUEST_distance-remedy = Aleje a todos; use un artificio a distancia, o añada el disparo después.
rule-AU-2017-INQUEST_distance_plan-says = Ningún plan dispara un arma a 145 cm o menos de nadie, nombre las medidas que nombre.
rule-AU-2017-INQUEST_distance_plan-remedy = Planifique una distancia mayor, un artificio a distancia o el disparo añadido después.
rule-AU-2017-INQUEST_supervisor-says = Una escena en que se dispara un arma comienza con un supervisor de seguridad en el plató.
rule-AU-2017-INQUEST_supervisor-remedy = Tenga en el plató al supervisor de seguridad (safety_advisor).
rule-AU-2017-INQUEST_supervisor_fire-says = Un arma se dispara con un supervisor de seguridad en el plató.
rule-AU-2017-INQUEST_supervisor_fire-remedy = Tenga en el plató al supervisor de seguridad (safety_advisor).
rule-AU-2017-INQUEST_supervisor_plan-says = Un plan en que se dispara un arma lo aprueba el supervisor de seguridad.
rule-AU-2017-INQUEST_supervisor_plan-remedy = Que el supervisor de seguridad (safety_advisor) pida, o acepte.

## places/au/au-qld/operable.cedar

rule-AU-OPERABLE_qld-says = No se usa, ni siquiera con fogueo, un arma de fuego que puede alojar o disparar un cartucho con bala; si nadie anotó que no puede, puede.
rule-AU-OPERABLE_qld-remedy = Use un arma de fuego modificada, una que solo dispara fogueo o una réplica; y anote que no puede disparar un cartucho con bala.
rule-AU-OPERABLE_qld_plan-says = No se planifica ninguna escena con un arma de fuego que puede alojar o disparar un cartucho con bala.
rule-AU-OPERABLE_qld_plan-remedy = Planifique un arma de fuego modificada, una que solo dispara fogueo o una réplica.
rule-AU-OPERABLE_qld_certificate-says = Nada de lo archivado certifica que esta arma de fuego no puede alojar ni disparar un cartucho con bala.
rule-AU-OPERABLE_qld_certificate-remedy = Vea el certificado de la modificación, y archívelo (modification_certificate).

## places/au/au-qld/theatrical-ordnance.cedar

rule-QLD-TOS-SCOPE-says = A una producción se le suministran solo armas de fuego que disparan únicamente fogueo, réplicas y armas de fuego inutilizadas para siempre.
rule-QLD-TOS-SCOPE-remedy = Use una de estas, y anote qué la hace tal.
rule-QLD-TOS-SCOPE_temporary-says = Un arma de fuego la presta un proveedor con licencia por un tiempo, y nunca pasa a ser de la producción.
rule-QLD-TOS-SCOPE_temporary-remedy = Alquílela a un proveedor con licencia, y anote quién la prestó.
rule-QLD-TOS-SCOPE_employee-says = Lo que presta un proveedor de material teatral de armas lo maneja el proveedor con licencia o un empleado con licencia.
rule-QLD-TOS-SCOPE_employee-remedy = Que lo haga uno de ellos, y anote la licencia (theatrical_ordnance_supplier_licence o theatrical_ordnance_employee_licence).
rule-QLD-TOS-SCOPE_age-says = Quien maneja lo que presta un proveedor de material teatral de armas tiene 18 años o más.
rule-QLD-TOS-SCOPE_age-remedy = Que lo haga un adulto.
rule-QLD-TOS-SCOPE_relief-says = El relevo con armas de fuego lo toma el proveedor con licencia o un empleado con licencia.
rule-QLD-TOS-SCOPE_relief-remedy = Que tome el relevo uno de ellos.
rule-QLD-119-says = El proveedor con licencia vigila en persona a quien usa el arma.
rule-QLD-119-remedy = Que la vigile el proveedor con licencia; un empleado no basta.
rule-QLD-119_fire-says = El proveedor con licencia que vigila el arma está en el plató mientras se dispara.
rule-QLD-119_fire-remedy = Haga volver al proveedor, o recoja el arma.
rule-QLD-119_begin-says = Ningún arma está fuera mientras falta el proveedor con licencia que la vigila.
rule-QLD-119_begin-remedy = Haga volver al proveedor, o recoja las armas nombradas.
rule-QLD-REGISTER-says = Un arma que no está asentada en el libro de registro cuenta como tenencia ilícita, y no se usa.
rule-QLD-REGISTER-remedy = Acéptela con su número leído, lo que la asienta; después pida de nuevo.
rule-QLD-REGISTER_entry-says = Cada adquisición, suministro, alquiler y transferencia se asienta enseguida; la policía recibe aviso en un plazo de 14 días.
rule-QLD-REGISTER_entry-remedy = Asiéntelo ahora, envíe el aviso y archívelo (police_register_notice).
rule-QLD-REGISTER_notice-says = La policía no tiene archivado ningún aviso de esta arma: debe recibirlo en los 14 días siguientes al asiento.
rule-QLD-REGISTER_notice-remedy = Envíe el aviso, y archívelo (police_register_notice).
rule-QLD-REGISTER_return-says = La declaración anual de existencias del proveedor está vencida.
rule-QLD-REGISTER_return-remedy = Que el proveedor la envíe dentro de los 2 meses del aniversario de la licencia, y archívela de nuevo (stock_return) con el día en que toca la siguiente.
rule-QLD-REGISTER_found-says = Un arma que aparece y nunca se asentó se aparta.
rule-QLD-REGISTER_found-remedy = Averigüe de quién es; asiéntela, o entréguela a la policía.

## places/au/au-vic/theatrical-armoury-permit.cedar

rule-VIC-TAP-says = A una producción se le prestan solo armas de fuego que disparan únicamente fogueo o están inutilizadas para siempre, y lo que solo las imita.
rule-VIC-TAP-remedy = Use una de estas, y anote qué la hace tal.
rule-VIC-TAP_supervised-says = Un arma de fuego que funciona se usa a la vista del comerciante o de un empleado suyo.
rule-VIC-TAP_supervised-remedy = Nombre al comerciante o a un empleado, que no la pierda de vista.
rule-VIC-TAP_custody-says = Un arma de fuego que funciona la acepta, saca, carga y entrega el comerciante o un empleado suyo.
rule-VIC-TAP_custody-remedy = Que lo haga el comerciante o un empleado suyo, y anote el documento (theatrical_armoury_permit o theatrical_armoury_employee).
rule-VIC-TAP_relief-says = El relevo con armas de fuego lo toma el comerciante o un empleado suyo.
rule-VIC-TAP_relief-remedy = Que lo haga el comerciante o un empleado suyo, y anote el documento (theatrical_armoury_permit o theatrical_armoury_employee).
rule-VIC-TAP_participant-says = Además del comerciante y sus empleados, solo usa un arma de fuego quien toma parte en la producción.
rule-VIC-TAP_participant-remedy = Que la lleve un intérprete o el suplente.
rule-VIC-TAP_carrier-says = Un arma de fuego que funciona la transporta el comerciante o un empleado suyo.
rule-VIC-TAP_carrier-remedy = Nombre a uno de ellos que vaya con ella.
rule-VIC-TAP_hands-says = Alguien que no está de servicio con armas recogió, descargó o guardó un arma de fuego que funciona: eso abre un incidente.
rule-VIC-TAP_hands-remedy = Tome el relevo de ella, compruébela, y cierre el incidente con su causa y su medida.

## places/au/hand-over.cedar

rule-AU-CLEARCALL-says = En cada entrega, el portador responde en voz alta que el arma de fuego está despejada, y otra persona lo oye.
rule-AU-CLEARCALL-remedy = Muestre la recámara abierta, diga qué hay dentro, que el portador responda en voz alta, y anote quién lo oyó.
rule-AU-CLEARCALL_return-says = A la vuelta, lo mismo: la recámara se abre y se muestra, y ambos dicen en voz alta que está despejada.
rule-AU-CLEARCALL_return-remedy = Ábrala ante quien la devuelve, dígalo en voz alta y compruebe el arma.
rule-AU-CLEARANCE-says = Un arma de fuego se comprueba de nuevo cada vez que vuelve al plató.
rule-AU-CLEARANCE-remedy = Compruébela de nuevo ante los afectados, y después entréguela.
rule-AU-CLEARANCE_bore-says = Se ve a través del cañón con una luz o una varilla.
rule-AU-CLEARANCE_bore-remedy = Mire por el cañón con una luz o pase una varilla, y anote cuál.
rule-AU-CLEARANCE_viewed-says = Una comprobación de vacío la ve otra persona que quien la hace.
rule-AU-CLEARANCE_viewed-remedy = Que mire el Primer AD, el intérprete o cualquier afectado, y anote quién lo hizo.
rule-AU-CLEARANCE_offered-says = Solo se ofreció mirar al portador: todos los afectados pueden ver recámara, cargador y cañón.
rule-AU-CLEARANCE_offered-remedy = Muéstrela a los demás de la escena y al equipo que está cerca.
rule-AU-CLEARANCE_unattended-says = Un arma de fuego que no estaba ni en una caja con llave ni a la vista del armero abre un incidente.
rule-AU-CLEARANCE_unattended-remedy = Compruébela de nuevo, averigüe cómo ocurrió, y cierre el incidente con su causa y su medida.

## places/au/whs-2011-incidents.cedar

rule-AU-WHS-38-says = Una muerte o una lesión grave en el trabajo se notifica enseguida, por el medio más rápido.
rule-AU-WHS-38-remedy = Llame al regulador, y anote cuándo y a quién.
rule-AU-WHS-38_detail-says = Si el regulador lo pide, el detalle escrito sigue en un plazo de 48 horas.
rule-AU-WHS-38_detail-remedy = Pregunte si lo quiere, y envíelo.
rule-AU-WHS-38_keep-says = El registro del incidente se conserva 5 años desde su notificación.
rule-AU-WHS-38_keep-remedy = Conserve el registro y sus exportaciones, y anote el día hasta el que se conservan.
rule-AU-WHS-38_stand-down-says = Tras una muerte o una lesión grave, el trabajo con armas se suspende para toda la producción, la causara lo que la causara.
rule-AU-WHS-38_stand-down-remedy = Cierre el incidente con su causa y su medida, y levante la suspensión.
rule-AU-WHS-38_discharge-says = Un disparo no previsto cuenta como incidente peligroso hasta que alguien que sabe diga lo contrario: se notifica enseguida.
rule-AU-WHS-38_discharge-remedy = Llame al regulador y anote cuándo y a quién; o anote quién dice que no lo es, y por qué.
rule-AU-WHS-38_near-miss-says = Un casi accidente con un arma que dispara o una carga cuenta como incidente peligroso hasta que alguien que sabe diga lo contrario: se notifica enseguida.
rule-AU-WHS-38_near-miss-remedy = Llame al regulador y anote cuándo y a quién; o anote quién dice que no lo es, y por qué.

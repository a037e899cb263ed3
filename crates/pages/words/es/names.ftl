# Cómo se llaman las cosas. Una palabra para cada cosa, como en el glosario.

role-armorer = Armero
role-property_master = Jefe de utilería
role-assistant_property_master = Ayudante de utilería
role-performer = Intérprete
role-standing_in = Suplente
role-first_ad = Primer AD
role-director = Dirección
role-producer = Producción
role-production_manager = Jefe de producción
role-safety_advisor = Asesor de seguridad
role-stunt_coordinator = Coordinador de especialistas
role-medic = Sanitario
role-officer = Agente
role-guardian = Tutor
role-responsible_person = Persona responsable
role-compliance_contact = Contacto de cumplimiento
role-crew = Equipo
role-supplier = Proveedor
role-carrier = Transportista
role-inspector = Inspección

custodian-handler = un responsable de armas
custodian-safe = la caja fuerte
custodian-supplier = el proveedor
custodian-carrier = el transportista
custodian-police = la policía
custodian-missing = desaparecida

class-firearm = arma de fuego
class-blank_firing = arma de fogueo
class-muzzle_loader = arma de avancarga
class-airsoft = arma de airsoft
class-electrically_fired = arma de disparo eléctrico
class-rubber = goma
class-replica = réplica
class-solid_plug = tapón macizo
class-deactivated = inutilizada
class-edged = con filo
class-pointed = con punta
class-projectile = proyectil
class-device = artificio

rounds-live = { $n ->
    [one] un cartucho con bala
   *[other] { $n } cartuchos con bala
}
rounds-blank_full = { $n ->
    [one] un cartucho de fogueo de carga entera
   *[other] { $n } cartuchos de fogueo de carga entera
}
rounds-blank_half = { $n ->
    [one] un cartucho de fogueo de media carga
   *[other] { $n } cartuchos de fogueo de media carga
}
rounds-blank_quarter = { $n ->
    [one] un cartucho de fogueo de cuarto de carga
   *[other] { $n } cartuchos de fogueo de cuarto de carga
}
rounds-dummy = { $n ->
    [one] un cartucho inerte
   *[other] { $n } cartuchos inertes
}
rounds-charge = { $n ->
    [one] una carga
   *[other] { $n } cargas
}
rounds-unknown = { $n ->
    [one] un cartucho desconocido, tratado como real
   *[other] { $n } cartuchos desconocidos, tratados como reales
}

contents-unknown = Desconocido, tratado como real
contents-empty = Vacía
contents-fired = Disparada, no consta vacía

activity-rehearsal = ensayo
activity-dry_run = pase en seco
activity-take = toma
activity-training = formación
activity-test_fire = disparo de prueba


list-none = ninguno
list-and = { $first } y { $last }

date-long = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
time-since = { $time }, { $ago }
time-since-day = { $date }, { $time }, { $ago }
ago-now = hace menos de un minuto
ago-minutes = { $n ->
    [one] hace un minuto
   *[other] hace { $n } minutos
}
ago-hours = hace { $n } horas
ago-days = hace { $n } días
span-minutes = { $n ->
    [one] un minuto
   *[other] { $n } minutos
}
span-hours = { $n } horas
span-days = { $n } días
minutes-short = min

input-enroll = alta
input-induct = iniciación
input-assign_role = asignar cargo
input-take_duty = tomar servicio
input-drop_duty = dejar servicio
input-relieve = relevo
input-record_qualification = anotar cualificación
input-record_training = anotar formación
input-record_consent = anotar consentimiento
input-accept_weapon = aceptar arma
input-accept_lot = aceptar lote
input-fit = montar pieza
input-make_rounds = fabricar cartuchos
input-test_fire = disparo de prueba
input-release_from_quarantine = sacar de cuarentena
input-set_place = fijar lugar
input-adopt_house_book = adoptar libro propio
input-plan_scene = planificar escena
input-add_set_up = añadir plano
input-assess_risk = evaluar riesgo
input-approve_mitigation = aprobar medidas
input-declare_live_exception = declarar excepción de bala
input-file_document = archivar documento
input-publish_schedule = publicar orden de trabajo
input-hold_meeting = reunión de seguridad
input-acknowledge = darse por enterado
input-test_dummies = probar inertes
input-transfer = mover cartuchos
input-count = recuento
input-check_out = sacar de la caja
input-check = comprobación
input-load = carga
input-show = mostrar
input-issue = entrega en mano
input-send = enviar
input-receive = recibir
input-clear_zone = despejar zona
input-announce = anunciar
input-begin_activity = comenzar actividad
input-clear_to_fire = permiso de disparo
input-open_day = abrir jornada
input-wrap_day = cerrar jornada
input-answer_stop = responder al alto
input-answer_concern = responder a inquietud
input-end_hold = terminar espera
input-lift_stand_down = levantar suspensión
input-close_incident = cerrar incidente
input-confirm_time = confirmar hora
input-collect = recogida
input-unload = descarga
input-put_down = dejar
input-lock_away = guardar bajo llave
input-quarantine = cuarentena
input-end = fin
input-delivery = entrega
input-turned_away = devuelto en la puerta
input-arrive = llegada
input-leave = salida
input-shots_fired = disparos
input-misfire = fallo de disparo
input-hang_fire = disparo retardado
input-stoppage = interrupción
input-stuck_in_bore = obstrucción del ánima
input-discharge = disparo no previsto
input-bullet_round_found = hallado cartucho con bala
input-missing = desaparición
input-found = hallazgo
input-unattended = sin vigilancia
input-swapped = cambio
input-altered = alteración
input-damaged = daño
input-cleaned = limpieza
input-injury = lesión
input-near_miss = casi accidente
input-unwilling = no dispuesto
input-seized = incautación
input-authority_released = liberado por la autoridad
input-stop = alto
input-concern = inquietud
input-decline = declina
input-show_again = mostrar otra vez
input-breach = incumplimiento

void-unwatched = no vigilada
void-wrong_hands = en otras manos
void-collected = recogida
void-sequence_ended = terminó la secuencia
void-unloaded = descargada
void-misfire = fallo o interrupción
void-swapped = cambiada
void-altered = alterada
void-damaged = dañada
void-cleaned = limpiada
void-breach = un incumplimiento
void-stand_down = una suspensión
void-too_old = demasiado antigua
void-relieved = relevo
void-day_wrapped = se cerró la jornada
round-class-live = cartuchos con bala
round-class-blank_full = fogueo de carga entera
round-class-blank_half = fogueo de media carga
round-class-blank_quarter = fogueo de cuarto de carga
round-class-dummy = inertes
round-class-charge = cargas
round-class-unknown = Desconocido, tratado como real
state-fresh = sin usar
state-spent = gastados
state-dud = fallidos
account-safe = Caja fuerte
account-container = Contenedor
account-belt = Cinta
account-magazine = Cargador
account-loader = Peine
account-weapon_position = Arma
account-person = Persona
account-ground = Suelo
account-police = Policía
account-returned = Devueltos
account-destroyed = Destruidos
account-missing = Desaparecidos
account-outside = Fuera
account-position = { $weapon }, posición { $n }
force-law = ley
force-regulation = reglamento
force-permit-condition = condición de permiso
force-guideline = directriz
force-practice = práctica
force-finding = conclusión
effect-refuse = niega
effect-warn = avisa
effect-stand-down = suspende
effect-clock = inicia un plazo
effect-record = hace constar
effect-hold = pone el arma en espera
effect-quarantine = aparta
effect-preserve = conserva como se halló
effect-incident = abre un incidente
look-device = Como el dispositivo
look-light = Claro
look-dark = Oscuro
look-rolling = Rodando
decimal-mark = ,

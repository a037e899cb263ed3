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

input-bullet_round_found = hallado un cartucho con bala
input-breach = incumplimiento
input-count = recuento sin explicar
input-discharge = disparo
input-injury = lesión
input-missing = desaparición
input-misfire = fallo de disparo
input-near_miss = casi accidente
input-stuck_in_bore = obstrucción del ánima
input-swapped = cambio

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

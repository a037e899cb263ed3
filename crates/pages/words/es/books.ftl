# Los libros por su nombre, y a quién se avisa por un plazo.

book-baseline = Práctica general, en todas partes
book-au = Australia
book-au-au-nsw = Nueva Gales del Sur
book-au-au-qld = Queensland
book-au-au-vic = Victoria
book-ca = Canadá
book-ca-ca-bc = Columbia Británica
book-ca-ca-mb = Manitoba
book-ca-ca-on = Ontario
book-fi = Finlandia
book-nz = Nueva Zelanda
book-uk = Reino Unido
book-uk-uk-london = Londres
book-uk-uk-ni = Irlanda del Norte
book-us = Estados Unidos
book-us-us-ca = California
book-us-us-ca-us-ca-la = Los Ángeles
book-us-us-nm = Nuevo México
book-us-us-nps = Parques nacionales de Estados Unidos
book-us-us-ny = Nueva York
book-us-us-ny-us-ny-nyc = Ciudad de Nueva York
book-za = Sudáfrica
book-kinds-stage = Teatro
book-house-insured = Una producción asegurada
book-house-school = Una escuela con imitaciones
book-house-school-firing = Una escuela donde se dispara fogueo

whom-osha-or-the-state-s-own-agency-where-it-has-one = OSHA, o la agencia del estado donde la hay
whom-worksafe-new-zealand = WorkSafe New Zealand
whom-the-ministry-of-labour-in-writing = el Ministry of Labour, por escrito
whom-the-ministry-of-labour-the-committee-or-safety-representative-and-the-union = el Ministry of Labour, el comité o delegado de seguridad, y el sindicato
whom-the-enforcing-authority-hse-or-the-council-in-northern-ireland-its-own = la autoridad competente (HSE o el municipio; en Irlanda del Norte, la suya)
whom-the-federal-firearms-agency-through-the-licensee-and-the-local-police = la agencia federal de armas de fuego, a través del titular de la licencia, y la policía local
whom-the-insurer = la aseguradora
whom-the-state-division-cal-osha = la división estatal (Cal/OSHA)
whom-the-work-health-and-safety-regulator-of-the-state-or-territory = el regulador de seguridad y salud en el trabajo del estado o territorio

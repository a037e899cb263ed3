# Fotos de armas, permisos y evaluaciones.

photo = Foto
photos = Fotos
photo-add = Añadir una foto
photo-of = Qué muestra
topic-photo = El arma
topic-photo_of_permit = Un permiso o certificado
topic-photo_of_assessment = La evaluación
topic-photo_of_scene = El lugar, tal como está montado
photo-how = JPEG, PNG o WebP, hasta 12 MB. Dónde, cuándo y con qué se tomó se quita antes de guardarla.
photo-file = Presentarla
photo-of-papers-how = Tape lo que aquí nadie necesita, como una dirección o un número. Solo la ven la persona, quien registra papeles y quien inspecciona; la persona puede borrarla.
photo-erase = Borrar esta foto
photo-erased = Borrada. El registro guarda su suma, y muestra que hubo una.
photo-held = No se borró nada: hay un incidente abierto, y lo que pueda ser prueba en él se queda hasta que se cierre.
wrong-photo-none = Elija una foto.
wrong-photo-kind = Esto no es JPEG, PNG ni WebP. Elija una foto, o guárdela como una de estas.
wrong-photo-broken = Esta foto se corta o está dañada. Tómela o guárdela otra vez.
wrong-photo-large = Esta foto pasa de 12 MB. Hágala más pequeña y elíjala otra vez.
wrong-photo-not-kept = No se pudo guardar la foto. Vea que haya sitio en el disco de la central, e inténtelo de nuevo.

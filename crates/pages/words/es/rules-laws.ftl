# Lo que dicen las leyes, frase por frase. En inglés están en una tabla junto a las leyes.

## Ley 1, armas

law-twice-in-line = { $weapon } está dos veces en esta fila.
law-one-row-each = Pida cada arma en un solo renglón.
law-not-in-a-safe = { $weapon } no está en una caja fuerte: { $where }.
law-lock-it-away = Guárdela primero bajo llave, o releve a quien la tiene.
law-accept-it = Acéptela primero.
law-receive-it = Recíbala primero.
law-report-released = Comuníquelo cuando la autoridad la haya liberado.
law-report-found = Comunique primero su hallazgo.
law-in-the-hand-of = { $weapon } está en mano de: { $person }.
law-collect-and-check = Recójala de esa mano ({ $person }), compruébela y entréguela después.
law-collect-first = Recójala primero de esa mano ({ $person }).
law-not-here-to-send = { $weapon } no está aquí para enviarla: { $where }.
law-send-when-back = Envíela cuando haya vuelto.
law-not-sent = { $weapon } no se envió: { $where }.
law-receive-what-came = Reciba lo que trae un transportista. Si llegó otra arma, comunique su entrega.
law-scanned-twice = { $weapon } se escaneó dos veces.
law-scan-once = Escanee cada arma una sola vez.
law-does-not-have = { $person } no tiene { $weapon }: { $where }.
law-leave-it-out = Déjela fuera, y mire si { $person } tiene otra.
law-inside-twice = { $person } está dos veces en esta zona.
law-say-where-once = Diga una sola vez dónde está cada persona.
law-counted-twice = { $account }: los cartuchos { $state ->
    [spent] gastados
    [dud] fallidos
   *[fresh] sin usar
} del lote { $lot } se contaron dos veces.
law-count-once = Cuente cada lote una sola vez en cada lugar.
law-with-a-handler = responde de ella { $person }
law-in-a-safe = está en una caja fuerte
law-with-the-supplier = se entregó y no se ha aceptado
law-with-a-carrier = la tiene un transportista
law-with-the-police = la tiene la policía
law-it-is-missing = está desaparecida

## Ley 1, munición

law-not-there = { $account }: { $there ->
    [0] no hay cartuchos
    [one] hay un cartucho
   *[other] hay { $there } cartuchos
} { $state ->
    [spent] { $there ->
        [one] gastado
       *[other] gastados
    }
    [dud] { $there ->
        [one] fallido
       *[other] fallidos
    }
   *[fresh] sin usar
} del lote { $lot }; { $asked ->
    [one] se pide uno
   *[other] se piden { $asked }
}.
law-ask-what-is-there = Pida lo que hay, o mueva más antes. Si falta alguno, comuníquelo.
law-too-many-rounds = { $account }: no caben tantos cartuchos del lote { $lot }.
law-move-fewer = Mueva menos, o a otro lugar.
law-no-lot-named = Se van a disparar cartuchos, y no se nombra ningún lote.
law-name-the-lot = Nombre el lote que se dispara.
law-more-tested-than-there = { $there ->
    [0] No hay a mano cartuchos
    [one] Hay a mano un cartucho
   *[other] Hay a mano { $there } cartuchos
} sin usar del lote { $lot }; { $tested ->
    [one] se probó uno
   *[other] se probaron { $tested }
}.
law-count-the-lot = Cuente el lote, y diga cuántos se probaron de él.
law-more-failed-than-tested = { $failed ->
    [one] Falló un cartucho
   *[other] Fallaron { $failed } cartuchos
}, y { $tested ->
    [0] no se probó ninguno
    [one] se probó uno
   *[other] se probaron { $tested }
}.
law-say-how-many-failed = Diga cuántos se probaron, y cuántos de ellos fallaron.
law-no-such-position = { $weapon } tiene las posiciones 1 a { $has }, y no la { $position }.
law-counted-from-one = Las posiciones de { $weapon } se cuentan desde 1.
law-name-a-position = Nombre una posición que el arma tenga.
law-two-into-one = Se piden dos cartuchos en la posición { $position } de { $weapon }.
law-one-position-each = Ponga cada cartucho en una posición propia.
law-position-taken = La posición { $position } de { $weapon } tiene un cartucho o una vaina.
law-unload-first = Descárguela, comunique lo que salió, y compruébela primero.

## Leyes 2 y 3

law-some-untested = { $tested ->
    [0] No se probó ninguno
    [one] Se probó uno
   *[other] Se probaron { $tested }
} de { $fresh ->
    [one] un cartucho
   *[other] { $fresh } cartuchos
} del lote { $lot }.
law-test-the-others = Pruebe los demás, o nombre un lote nuevo para los que se probaron.
law-more-seen-than-there = { $weapon } tiene { $has ->
    [0] cero posiciones
    [one] una posición
   *[other] { $has } posiciones
}; { $seen ->
    [one] se vio una
   *[other] se vieron { $seen }
}.
law-look-which-weapon = Mire si es esta arma, y diga qué se vio en cada posición.
law-by-a-load-only = En { $weapon } los cartuchos entran solo con una carga, y salen al descargar.
law-load-or-unload = Cárguela ante un testigo, o descárguela y comunique lo que salió.

## Ley 4

law-person-on-record = { $person } ya consta en el registro.
law-assign-or-rename = Asigne un cargo o anote un documento, o elija otro nombre corto.
law-lot-on-record = El lote { $lot } ya consta en el registro.
law-lot-of-its-own = Dé a los cartuchos nuevos un lote propio.
law-set-up-on-record = El plano { $set_up } ya consta en el registro.
law-set-up-of-its-own = Úselo como está, o dé al plano nuevo un nombre propio.
law-on-record = { $id } ya consta en el registro.
law-choose-another-id = Elija otro nombre corto.
law-set-up-of-another = { $set_up } ya es un plano de la escena { $scene }.
law-scene-of-its-own = Dé a la escena nueva otro nombre.

## Ley 5

law-no-such-row = Esta petición no tiene el renglón { $row }.
law-ask-for-a-row = Pida un renglón que esté en la fila.
law-nobody-asks = Nadie está detrás de esta petición.
law-say-who-asks = Diga quién pide. Sin nombre se puede dar el alto o plantear una inquietud.
law-no-person = En el registro no consta esta persona: { $person }.
law-enroll-first = Inscriba primero a esta persona.
law-no-weapon = En el registro no consta esta arma: { $weapon }.
law-no-lot = En el registro no consta el lote { $lot }.
law-deliver-first = Comunique su entrega y acepte primero.
law-no-scene = En el registro no consta la escena { $scene }.
law-plan-first = Planifique primero la escena.
law-no-set-up = En el registro no consta el plano { $set_up }.
law-add-first = Añada primero el plano a su escena.
law-no-incident = En el registro no consta el incidente { $incident }.
law-name-an-incident = Nombre un incidente que el registro haya numerado.
law-no-concern = En el registro no consta la inquietud { $id }.
law-name-a-concern = Nombre una inquietud que el registro haya numerado.
law-default-is-no = La respuesta por defecto es no: nada abre esta petición, no consta algo que nombra, o una regla no se pudo leer con el registro.
law-put-right-errors = Corrija lo que nombran los errores y pida de nuevo.
law-not-named = La respuesta por defecto es no: no se nombra { $thing ->
    [person] ninguna persona
    [weapon] ninguna arma
    [asker] quién pide
   *[other] nada
}.
law-not-on-record = La respuesta por defecto es no: no consta { $thing ->
    [person] esta persona
    [weapon] esta arma
    [lot] este lote
    [scene] esta escena
    [set-up] este plano
    [incident] este incidente
   *[other] esto
}: { $id }.
law-put-on-record = Hágalo constar primero, o nombre lo que consta.
law-no-house-book = La respuesta por defecto es no: el libro propio { $book } no está en el estante.
law-put-on-shelf = Ponga la carpeta del libro en el estante, con --house, y pida de nuevo.
law-no-setting = La respuesta por defecto es no: no existe el ajuste { $setting }.
law-name-a-setting = Nombre un ajuste que declare el esquema.
law-did-you-mean = ¿Quiso decir { $names }?
law-entity-not-known = { $path } nombra { $entity }, que no consta en el registro

## Ley 7

law-acted-in-it = { $person } actuó en { $incident }, y no lo juzga.
law-ask-with-others = Pida con otras personas. Si todas actuaron, inscriba a alguien de fuera.
law-takes-all-of = Hacen falta { $who }, cada cual una persona distinta.
law-ask-with-all-of = Pida con { $who }, que acepten.
law-ad-and-handler = el Primer AD y un responsable
law-ad-handler-and-advisor = el Primer AD, un responsable, y el asesor de seguridad o producción
law-no-cause = No se dice la causa.
law-say-the-cause = Diga qué lo causó.
law-no-action = No se dice la medida tomada.
law-say-the-action = Diga qué se hace para que no vuelva a ocurrir.

## Leyes 10 y 11

law-not-writable = No se puede escribir el registro.
law-go-on-with-cards = Siga con las tarjetas impresas, y haga sitio o repare el disco.
law-clock-stepped = El reloj saltó, y nadie ha confirmado la hora.
law-two-confirm = Que confirmen la hora dos de producción, jefe de producción, asesor de seguridad y Primer AD.
law-time-runs-backwards = La hora va hacia atrás: el último asiento es de { $moment }.
law-look-at-the-clock = Mire el reloj, haga que dos cargos confirmen la hora, y pida de nuevo.
law-two-people-two-roles = La hora la confirman dos personas con dos cargos.
law-ask-with-a-timekeeper = Pida con otra persona de producción, jefe de producción, asesor de seguridad y Primer AD, que acepte.

## Una respuesta que se dice de nuevo

law-refused-by = Lo negó { $rule }.
law-ask-again = Pida de nuevo para ver qué lo impide ahora.

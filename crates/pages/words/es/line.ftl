# La página de una fila: muchas armas, una petición.

line = Fila
line-what = Una fila, en una sola petición
line-of-n = { $n ->
    [one] 1 arma
   *[other] { $n } armas
}
line-of-several = Varias a la vez: una fila
line-for-set-up = Fila para { $set_up }
line-other = Otra cosa de esta fila
line-empty = No hay armas en esta fila. Escanee una, o elíjala abajo.
line-code = Código, escaneado o escrito
line-code-in = Añadir
line-to = { $weapon } a { $bearer }
line-check-a = Abierta, cargador fuera; { $n ->
    [one] su posición
   *[other] sus { $n } posiciones
} y el ánima vistas vacías; etiqueta leída
line-check-b = Etiqueta leída; tapón visto, o cuerpo doblado
line-check-c = Etiqueta leída; hoja, cabeza y empuñadura firmes. El filo se palpa una por una.
line-check-d = Etiqueta leída; documento del fabricante para este uso leído
line-no-bearer = ¿A quién?
line-pair = Dar las { $n } sin portador a los siguientes intérpretes, en orden
line-add = Añadir una, o cambiar su portador
line-weapon = Arma
line-put-in = Ponerla
line-rounds-each = Cartuchos en cada una, desde la posición 1
line-said-seen = Cada portador la ve y lo dice en voz alta. Dos lo oyen.
line-said-takes = Cada portador dice en voz alta que está vacía, y la toma. Dos lo oyen.
line-first-hears = Quién lo oye
line-second-hears = Quién lo oye también
line-also = Quién más las ve todas
line-briefed = A cada uno se le dijo el punto de mira, la carga y adónde van las vainas
line-own = Distinto en esta
line-as-all = Como en todas
line-rounds = Cartuchos, desde la posición 1
line-also-one = Quién más la ve
line-nobody = Nadie más
line-told = Se le dijo el punto de mira, la carga y adónde van las vainas
line-first-wrong = Ir a { $weapon }
line-for-all = Todas, salvo indicación: { $what }
line-do-check_out = Pedir sacar
line-do-check = Ambos lo vimos así en
line-do-load = Pedir cargar
line-do-show = Pedir, mostradas
line-do-announce = Pedir anunciar
line-do-issue = Pedir entregar
line-do-clear_to_fire = Pedir fuego para
line-do-collect = Tengo de vuelta
line-do-lock_away = Guardadas
line-collect-all = Recoger todas
line-n-go = { $n } sí
line-n-no = { $n } no
line-pulled = { $n ->
    [one] Se retira { $weapons }.
   *[other] Se retiran { $weapons }.
}
line-steps-out = { $n ->
    [one] { $bearers } sale de la fila.
   *[other] { $bearers } salen de la fila.
}
line-others = { $n ->
    [one] Siga con la otra.
   *[other] Siga con las otras { $n }.
}
line-place-held = Lugar de { $weapon }. Véase arriba.
line-next = { $n ->
    [one] { $what }: la que fue sí
   *[other] { $what }: las { $n } que fueron sí
}
line-again = { $n ->
    [one] ¿Remediado? Pedir otra vez la retirada
   *[other] ¿Remediado? Pedir otra vez las { $n } retiradas
}
wrong-line-none = No hay ningún arma marcada. Marque las que participan.
wrong-line-bearer = Elija quién la lleva, o quite la marca.
wrong-line-hears = El segundo es otra persona.
wrong-line-nobody = Nadie más, o alguien: quite una marca.
wrong-line-rounds = Aquí hace falta un número entero, 100 como máximo.
wrong-line-weapon = Elija un arma.
wrong-code = Nada de este registro tiene este código. Escanee otra vez la etiqueta, o elija el arma a mano.
wrong-code-person = Escanee primero un arma, y después a quien la lleva.

scan-camera = Escanear con la cámara
scan-open = Abrir
scan-how = Las etiquetas y sus códigos salen de la página de etiquetas. Un escáner que escribe necesita el foco en el campo de arriba.
scan-look = Ponga una etiqueta ante la cámara.
scan-insecure = El navegador solo da la cámara por una conexión segura. Haga primero que este teléfono confíe en la central, o escriba el código.
scan-trust = Cómo confiar en esta central
scan-no-camera = No hay cámara, o no se permitió. Permítala en el navegador, o escriba el código.
scan-close = Cerrar
scan-tick = Marcar
scan-ticked = { $name }: con marca.
scan-again = { $name }: ya tenía marca.
wrong-code-list = Nada de esta lista tiene este código, y no se marcó nada. Escanéelo otra vez, o márquelo a mano.

breach = Hecho de todos modos
breach-refused-at = Negado como asiento { $entry } a las { $time }
breach-means = Esto se negó. ¿Se hizo de todos modos?
breach-report = Sí, se hizo
breach-persons = Quiénes participaron, si quiere decirlo
breach-follows = Un parte: nunca se rechaza, y no va contra quien lo da. Lo que pretende probar es desconocido, y se abre un incidente.
breach-done-all-the-same = Se hizo de todos modos

rules-search = Buscar en las reglas
search-find = Buscar
rules-none = Ninguna regla en vigor aquí tiene estas palabras.
rule-said-no-times = { $n ->
    [one] dijo no una vez últimamente
   *[other] dijo no { $n } veces últimamente
}
compare = Comparar dos lugares
compare-one = Un lugar
compare-other = El otro
compare-do = Comparar
compare-only = Solo { $book } pide
compare-nothing = Nada que el otro no pida también.
compare-how = Según sus libros tal como están hoy. Los casos que uno deja pasar y el otro niega los cuenta el programa: proofhouse rules compare.
refusals-by-day = Por día
refusals-squares = Un cuadrado es un no: lleno donde no se remedió.
refusals-day = Día
refusals-refused = Negadas
refusals-right = Remediadas
refusals-soon = La mitad en
refusals-by-rule = Por regla
refusals-rule = Regla

hub-lost-says = Ningún sí desde este teléfono. Lo de abajo era así a las { $time } y puede no serlo ya.

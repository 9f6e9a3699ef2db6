package vn.thidua.system;

/** The demo's people who live the season, each in a browser of their own. */
record People(Person standing, Person officers, Person leaders, Person verifier, Person authority, Person clerk) {
    static People logIn(Browser browser) {
        return new People(
                Person.of(browser.logIn("hoidong")),
                Person.of(browser.logIn("canbo.khoi")),
                Person.of(browser.logIn("lanhdao.khoi")),
                Person.of(browser.logIn("thamdinh")),
                Person.of(browser.logIn("chutich")),
                Person.of(browser.logIn("vanthu")));
    }

    LivingSeason season() {
        return new LivingSeason(standing, officers, leaders, verifier, authority, clerk);
    }
}

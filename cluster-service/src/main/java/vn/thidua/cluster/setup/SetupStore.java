package vn.thidua.cluster.setup;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers that the set-up was done. */
@Repository
class SetupStore {
    private final JdbcClient jdbc;

    SetupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this was the first time; of two at once, one waits for the other. */
    boolean begin() {
        return jdbc.sql("insert into setup default values on conflict do nothing")
                        .update()
                > 0;
    }
}

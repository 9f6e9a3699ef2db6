package vn.thidua.cluster.recording;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why recorded things are changed. The database keeps it beside what they were, and lets nothing change without. */
@Repository
public class Reasons {
    private final JdbcClient jdbc;

    Reasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds for whatever is corrected or withdrawn until the transaction ends. */
    public void because(String reason) {
        jdbc.sql("select set_config('thidua.reason', :reason, true)")
                .param("reason", reason)
                .query(String.class)
                .single();
    }
}

package vn.thidua.cluster.mandate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who stands behind an account, and what time it is for them. */
@Repository
class MeQueries {
    record Known(UUID id, String name) {}

    private final JdbcClient jdbc;

    MeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Known> person(String account) {
        return jdbc.sql("select id, name from person where account = :account")
                .param("account", account)
                .query((row, _) -> new Known(row.getObject("id", UUID.class), row.getString("name")))
                .optional();
    }

    Instant now() {
        return jdbc.sql("select kit.business_now()")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }
}

package vn.thidua.cluster.council;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** Writes the compositions of councils. */
@Repository
class CouncilStore {
    private final JdbcClient jdbc;

    CouncilStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    /** All compositions of a unit that stand, the earliest first; none changes until the transaction ends. */
    List<Council> lockAll(UUID unitId) {
        jdbc.sql("select from unit where id = :unit for no key update")
                .param("unit", unitId)
                .query((_, _) -> unitId)
                .list();
        return jdbc.sql("""
                        select id, unit_id, decision_number, decided_on, lower(during) as valid_from, upper(during) as valid_until, version
                        from council where unit_id = :unit and withdrawn_at is null order by during
                        """)
                .param("unit", unitId)
                .query((row, _) -> new Council(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("decision_number"),
                        Objects.requireNonNull(Rows.date(row, "decided_on")),
                        Objects.requireNonNull(Rows.date(row, "valid_from")),
                        Rows.date(row, "valid_until"),
                        List.of(),
                        row.getLong("version")))
                .list();
    }

    Optional<UUID> unitOf(UUID id) {
        return jdbc.sql("select unit_id from council where id = :id and withdrawn_at is null")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    boolean isProvince(UUID unitId) {
        return jdbc.sql("select kind = 'ADMINISTRATION' and level = 'PROVINCE' from unit where id = :id")
                .param("id", unitId)
                .query(Boolean.class)
                .single();
    }

    /** Those of these people who are known and not erased. */
    List<UUID> known(Collection<UUID> people) {
        return jdbc.sql("select id from person where id = any(:people) and erased_at is null")
                .param("people", people.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** @param mandates of the seats, in their order */
    void insert(Council council, List<UUID> mandates) {
        jdbc.sql("""
                        insert into council (id, unit_id, decision_number, decided_on, during)
                        values (:id, :unit, :number, :decided, daterange(:from, :until))
                        """)
                .param("id", council.id())
                .param("unit", council.unitId())
                .param("number", council.decisionNumber())
                .param("decided", council.decidedOn())
                .param("from", council.from())
                .param("until", council.until(), Types.DATE)
                .update();
        var seats = council.seats();
        jdbc.sql("""
                        insert into council_seat (council_id, person_id, place, office, position, mandate_id)
                        select :council, s.person, s.place, s.office, s.position, s.mandate
                        from unnest(:people, :offices, :positions, :mandates) with ordinality
                             as s(person, office, position, mandate, place)
                        """)
                .param("council", council.id())
                .param("people", seats.stream().map(Council.Seat::personId).toArray(UUID[]::new))
                .param(
                        "offices",
                        seats.stream().map(seat -> seat.office().name()).toArray(String[]::new))
                .param("positions", seats.stream().map(Council.Seat::position).toArray(String[]::new))
                .param("mandates", mandates.toArray(UUID[]::new))
                .update();
    }

    /** @param until first day on which it is not in force any more, null when it goes on */
    void end(Council council, @Nullable LocalDate until) {
        jdbc.sql("""
                        update council set during = daterange(lower(during), :until), version = version + 1 where id = :id
                        """)
                .param("id", council.id())
                .param("until", until, Types.DATE)
                .update();
    }

    void withdraw(Council council, String reason) {
        jdbc.sql("""
                        update council set withdrawn_at = clock_timestamp(), withdraw_reason = :reason, version = version + 1
                        where id = :id
                        """).param("id", council.id()).param("reason", reason).update();
    }

    List<UUID> mandatesOf(UUID council) {
        return jdbc.sql("select mandate_id from council_seat where council_id = :council order by place")
                .param("council", council)
                .query((row, _) -> row.getObject("mandate_id", UUID.class))
                .list();
    }
}

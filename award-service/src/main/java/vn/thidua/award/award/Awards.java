package vn.thidua.award.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.database.Rows;

/** Reads and writes rule rows. */
@Repository
public class Awards {
    private static final String SELECT = """
            select id, unit_id, code, name, kind, level, subject, decided_by, standard, lower(effective) as "from",
                   upper(effective) as until, source, verified, version
            from award
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Awards(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Award> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::award)
                .optional();
    }

    Optional<Award> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(this::award)
                .optional();
    }

    /** @param asOf null for rows of all times */
    List<Award> list(
            @Nullable LocalDate asOf, @Nullable UUID unitId, @Nullable String code, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                                 where (cast(:asOf as date) is null or effective @> cast(:asOf as date))
                                   and (cast(:unit as uuid) is null or unit_id = :unit)
                                   and (cast(:code as text) is null or code = :code)
                                   and (cast(:after as uuid) is null or id > :after)
                                 order by id limit :limit
                                 """)
                .param("asOf", asOf, Types.DATE)
                .param("unit", unitId, Types.OTHER)
                .param("code", code, Types.VARCHAR)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(this::award)
                .list();
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    void insert(Award award) {
        write(award, """
                insert into award (id, unit_id, code, name, kind, level, subject, decided_by, standard, effective, source, verified,
                                   version)
                values (:id, :unit, :code, :name, :kind, :level, :subject, :decidedBy, cast(:standard as jsonb),
                        daterange(:from, :until), :source, :verified, :version)
                """);
    }

    void update(Award award) {
        write(award, """
                update award set unit_id = :unit, code = :code, name = :name, kind = :kind, level = :level, subject = :subject,
                       decided_by = :decidedBy, standard = cast(:standard as jsonb), effective = daterange(:from, :until),
                       source = :source, verified = :verified, version = :version
                where id = :id
                """);
    }

    private void write(Award award, String sql) {
        jdbc.sql(sql)
                .param("id", award.id())
                .param("unit", award.unitId())
                .param("code", award.code())
                .param("name", award.name())
                .param("kind", award.kind().name())
                .param("level", award.level().name())
                .param("subject", award.subject().name())
                .param("decidedBy", award.decidedBy())
                .param(
                        "standard",
                        json.writeValueAsString(
                                award.standard().stream().map(ConditionForm::of).toList()))
                .param("from", award.effectiveFrom())
                .param("until", award.effectiveUntil(), Types.DATE)
                .param("source", award.source())
                .param("verified", award.verified())
                .param("version", award.version())
                .update();
    }

    /** Keeps the version for good. */
    void keep(UUID id, long version, Object state) {
        jdbc.sql("insert into award_revision (award_id, version, state) values (:id, :version, cast(:state as jsonb))")
                .param("id", id)
                .param("version", version)
                .param("state", json.writeValueAsString(state))
                .update();
    }

    /** A version as it was kept, in JSON. */
    Optional<String> revision(UUID id, long version) {
        return jdbc.sql("select state from award_revision where award_id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    private Award award(ResultSet row, int number) throws SQLException {
        var forms = json.readValue(row.getString("standard"), new TypeReference<List<ConditionForm>>() {});
        return new Award(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                Award.Kind.valueOf(row.getString("kind")),
                Award.Level.valueOf(row.getString("level")),
                Award.Subject.valueOf(row.getString("subject")),
                row.getString("decided_by"),
                forms.stream().map(form -> form.condition("")).toList(),
                Objects.requireNonNull(Rows.date(row, "from")),
                Rows.date(row, "until"),
                row.getString("source"),
                row.getBoolean("verified"),
                row.getLong("version"));
    }
}

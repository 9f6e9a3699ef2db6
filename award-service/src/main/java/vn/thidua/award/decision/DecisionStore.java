package vn.thidua.award.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads and writes decisions. */
@Repository
class DecisionStore {
    private static final String SELECT = """
            select d.id, d.authority_unit_id, d.title, d.grounds, d.state, d.signer_name, d.signer_office, d.signed_on, d.number,
                   d.issued_on, d.version,
                   array(select x.nomination_id from decision_nomination x where x.decision_id = d.id order by x.place)
                       as nomination_ids
            from decision d
            """;
    /** Of the authority, and of whom the decision honours. */
    private static final String VISIBLE = """
            (d.authority_unit_id = any(:units)
             or d.authority_unit_id in (select kit.units_and_below(:roots, kit.business_today()))
             or exists (select from decision_nomination x join nomination n on n.id = x.nomination_id
                        where x.decision_id = d.id
                          and (n.unit_id = any(:units)
                               or n.unit_id in (select kit.units_and_below(:roots, kit.business_today())))))
            """;

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    Optional<Decision> lock(UUID id) {
        return jdbc.sql(SELECT + " where d.id = :id for update of d")
                .param("id", id)
                .query((row, _) -> decision(row))
                .optional();
    }

    Optional<Decision> find(UUID id, Reach reach) {
        return jdbc.sql(SELECT + " where d.id = :id and " + VISIBLE)
                .param("id", id)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .query((row, _) -> decision(row))
                .optional();
    }

    List<Decision> list(
            @Nullable UUID authorityUnitId,
            Decision.@Nullable State state,
            @Nullable UUID after,
            int limit,
            Reach reach) {
        return jdbc.sql(SELECT + " where " + VISIBLE + """
                                 and (cast(:authority as uuid) is null or d.authority_unit_id = :authority)
                                 and (cast(:state as text) is null or d.state = :state)
                                 and (cast(:after as uuid) is null or d.id > :after)
                               order by d.id limit :limit
                               """)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .param("authority", authorityUnitId, Types.OTHER)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> decision(row))
                .list();
    }

    void insert(Decision decision) {
        jdbc.sql("""
                        insert into decision (id, authority_unit_id, title, grounds)
                        values (:id, :authority, :title, :grounds)
                        """)
                .param("id", decision.id())
                .param("authority", decision.authorityUnitId())
                .param("title", decision.title())
                .param("grounds", decision.grounds())
                .update();
        insertNominations(decision);
    }

    void rewrite(Decision decision) {
        jdbc.sql("update decision set title = :title, grounds = :grounds, version = :version where id = :id")
                .param("id", decision.id())
                .param("title", decision.title())
                .param("grounds", decision.grounds())
                .param("version", decision.version())
                .update();
        jdbc.sql("delete from decision_nomination where decision_id = :id")
                .param("id", decision.id())
                .update();
        insertNominations(decision);
    }

    void sign(Decision decision) {
        var signature = Objects.requireNonNull(decision.signature());
        jdbc.sql("""
                        update decision set state = 'SIGNED', signer_name = :name, signer_office = :office, signed_on = :on,
                               version = :version
                        where id = :id
                        """)
                .param("id", decision.id())
                .param("name", signature.name())
                .param("office", signature.office())
                .param("on", signature.on())
                .param("version", decision.version())
                .update();
    }

    void issue(Decision decision) {
        jdbc.sql("""
                        update decision set state = 'ISSUED', number = :number, issued_on = :on, version = :version
                        where id = :id
                        """)
                .param("id", decision.id())
                .param("number", Objects.requireNonNull(decision.number()))
                .param("on", Objects.requireNonNull(decision.issuedOn()))
                .param("version", decision.version())
                .update();
    }

    private void insertNominations(Decision decision) {
        jdbc.sql("""
                        insert into decision_nomination (decision_id, nomination_id, place)
                        select :id, n.id, n.place from unnest(:nominations) with ordinality as n (id, place)
                        """)
                .param("id", decision.id())
                .param("nominations", decision.nominationIds().toArray(UUID[]::new))
                .update();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        var signedOn = Rows.date(row, "signed_on");
        return new Decision(
                row.getObject("id", UUID.class),
                row.getObject("authority_unit_id", UUID.class),
                row.getString("title"),
                row.getString("grounds"),
                Arrays.asList((UUID[]) row.getArray("nomination_ids").getArray()),
                Decision.State.valueOf(row.getString("state")),
                signedOn == null
                        ? null
                        : new Decision.Signature(
                                row.getString("signer_name"), row.getString("signer_office"), signedOn),
                row.getString("number"),
                Rows.date(row, "issued_on"),
                row.getLong("version"));
    }
}

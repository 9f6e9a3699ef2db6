package vn.thidua.award.honour;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.award.season.Provenance;
import vn.thidua.kit.database.Rows;

/** Reads the register and adds to it. */
@Repository
class HonourStore {
    static final String SELECT = """
            select id, register_unit_id, award_name, award_id, recipient_unit_id, recipient_text, given_by, season_id, given_on,
                   decision_number, decision_date, document_id, provenance, source
            from honour
            """;

    private final JdbcClient jdbc;

    HonourStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    Optional<Honour> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, _) -> honour(row))
                .optional();
    }

    List<Honour> list(
            @Nullable UUID unitId, @Nullable UUID seasonId, @Nullable String q, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                                 where (cast(:unit as uuid) is null or recipient_unit_id = :unit)
                                   and (cast(:season as uuid) is null or season_id = :season)
                                   and (cast(:q as text) is null
                                        or position(search_text(:q) in search_text(recipient_text)) > 0
                                        or position(search_text(:q) in search_text(award_name)) > 0
                                        or lower(decision_number) = lower(:q))
                                   and (cast(:after as uuid) is null or id > :after)
                                 order by id limit :limit
                                 """)
                .param("unit", unitId, Types.OTHER)
                .param("season", seasonId, Types.OTHER)
                .param("q", q, Types.VARCHAR)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> honour(row))
                .list();
    }

    /** @return false when the same honour is there already */
    boolean insert(Honour honour) {
        return jdbc.sql("""
                                insert into honour (id, register_unit_id, award_name, award_id, recipient_unit_id, recipient_text,
                                                    given_by, season_id, given_on, decision_number, decision_date, document_id,
                                                    provenance, source)
                                values (:id, :register, :award, :awardId, :recipient, :recipientText, :givenBy, :season, :givenOn,
                                        :number, :date, :document, :provenance, :source)
                                on conflict on constraint honour_once do nothing
                                """).params(parameters(honour)).update() == 1;
    }

    /** The honour that is there already under the same natural key. */
    UUID same(Honour honour) {
        return jdbc.sql("""
                        select id from honour
                        where register_unit_id = :register and award_name = :award and recipient_text = :recipientText
                          and given_by = :givenBy and recipient_unit_id is not distinct from cast(:recipient as uuid)
                          and season_id is not distinct from cast(:season as uuid)
                          and given_on is not distinct from cast(:givenOn as date)
                          and decision_number is not distinct from cast(:number as text)
                          and decision_date is not distinct from cast(:date as date)
                        """).params(parameters(honour)).query(UUID.class).single();
    }

    /** How often the unit holds which award, by the award's code. */
    Map<String, Integer> held(UUID recipientUnitId) {
        var held = new HashMap<String, Integer>();
        jdbc.sql("""
                        select a.code, count(*) as times from honour h join award a on a.id = h.award_id
                        where h.recipient_unit_id = :unit group by a.code
                        """).param("unit", recipientUnitId).query(row -> {
            held.put(row.getString("code"), row.getInt("times"));
        });
        return held;
    }

    private static Map<String, Object> parameters(Honour honour) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", honour.id());
        parameters.put("register", honour.registerUnitId());
        parameters.put("award", honour.awardName());
        parameters.put("awardId", typed(Types.OTHER, honour.awardId()));
        parameters.put("recipient", typed(Types.OTHER, honour.recipientUnitId()));
        parameters.put("recipientText", honour.recipientText());
        parameters.put("givenBy", honour.givenBy());
        parameters.put("season", typed(Types.OTHER, honour.seasonId()));
        parameters.put("givenOn", typed(Types.DATE, honour.givenOn()));
        parameters.put("number", typed(Types.VARCHAR, honour.decisionNumber()));
        parameters.put("date", typed(Types.DATE, honour.decisionDate()));
        parameters.put("document", typed(Types.OTHER, honour.documentId()));
        parameters.put("provenance", honour.provenance().name());
        parameters.put("source", typed(Types.VARCHAR, honour.source()));
        return parameters;
    }

    private static Object typed(int type, @Nullable Object value) {
        return new SqlParameterValue(type, value);
    }

    static Honour honour(ResultSet row) throws SQLException {
        return new Honour(
                row.getObject("id", UUID.class),
                row.getObject("register_unit_id", UUID.class),
                row.getString("award_name"),
                row.getObject("award_id", UUID.class),
                row.getObject("recipient_unit_id", UUID.class),
                row.getString("recipient_text"),
                row.getString("given_by"),
                row.getObject("season_id", UUID.class),
                Rows.date(row, "given_on"),
                row.getString("decision_number"),
                Rows.date(row, "decision_date"),
                row.getObject("document_id", UUID.class),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"));
    }
}

package vn.thidua.award.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads and adds award documents. */
@Repository
class DocumentStore {
    private static final String SELECT = """
            select d.id, d.code, d.decision_id, d.nomination_id, d.recipient_unit_id, d.recipient, d.award_name, d.citation,
                   d.decided_by, d.place, d.signer_name, d.signer_office, d.decision_number, d.decided_on, d.issued_on,
                   d.check_url, d.invented, d.layout, d.sha256
            from award_document d join decision x on x.id = d.decision_id
            where (x.authority_unit_id = any(:units) or d.recipient_unit_id = any(:units)
                   or x.authority_unit_id in (select kit.units_and_below(:roots, kit.business_today()))
                   or d.recipient_unit_id in (select kit.units_and_below(:roots, kit.business_today())))
            """;

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    Optional<AwardDocument> find(UUID id, Reach reach) {
        return jdbc.sql(SELECT + " and d.id = :id")
                .param("id", id)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .query((row, _) -> document(row))
                .optional();
    }

    List<AwardDocument> list(
            @Nullable UUID decisionId, @Nullable UUID unitId, @Nullable UUID after, int limit, Reach reach) {
        return jdbc.sql(SELECT + """
                                 and (cast(:decision as uuid) is null or d.decision_id = :decision)
                                 and (cast(:unit as uuid) is null or d.recipient_unit_id = :unit)
                                 and (cast(:after as uuid) is null or d.id > :after)
                               order by d.id limit :limit
                               """)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .param("decision", decisionId, Types.OTHER)
                .param("unit", unitId, Types.OTHER)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> document(row))
                .list();
    }

    void insert(AwardDocument document) {
        jdbc.sql("""
                        insert into award_document
                            (id, code, decision_id, nomination_id, recipient_unit_id, recipient, award_name, citation, decided_by,
                             place, signer_name, signer_office, decision_number, decided_on, issued_on, check_url, invented,
                             layout, sha256)
                        values (:id, :code, :decision, :nomination, :recipientUnit, :recipient, :award, :citation, :decidedBy,
                                :place, :signer, :office, :number, :decidedOn, :issuedOn, :checkUrl, :invented, :layout, :sha256)
                        """)
                .param("id", document.id())
                .param("code", document.code())
                .param("decision", document.decisionId())
                .param("nomination", document.nominationId())
                .param("recipientUnit", document.recipientUnitId())
                .param("recipient", document.recipient())
                .param("award", document.awardName())
                .param("citation", document.citation())
                .param("decidedBy", document.decidedBy())
                .param("place", document.place())
                .param("signer", document.signerName())
                .param("office", document.signerOffice())
                .param("number", document.decisionNumber())
                .param("decidedOn", document.decidedOn())
                .param("issuedOn", document.issuedOn())
                .param("checkUrl", document.checkUrl())
                .param("invented", document.invented())
                .param("layout", document.layout())
                .param("sha256", document.sha256())
                .update();
    }

    /** The unit whose authority decided on it. */
    UUID authority(UUID id) {
        return jdbc.sql("""
                        select x.authority_unit_id from award_document d join decision x on x.id = d.decision_id where d.id = :id
                        """).param("id", id).query(UUID.class).single();
    }

    /** @return false when it was taken back already */
    boolean insert(UUID id, Revocation revocation) {
        return jdbc.sql("""
                                insert into revocation (document_id, ground, decision_number, decided_on, reason)
                                values (:id, :ground, :number, :on, :reason) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("ground", revocation.ground().name())
                        .param("number", revocation.decisionNumber())
                        .param("on", revocation.decidedOn())
                        .param("reason", revocation.reason())
                        .update()
                == 1;
    }

    Optional<Revocation> revocation(UUID id) {
        return jdbc.sql("select ground, decision_number, decided_on, reason from revocation where document_id = :id")
                .param("id", id)
                .query((row, _) -> new Revocation(
                        Revocation.Ground.valueOf(row.getString("ground")),
                        row.getString("decision_number"),
                        Objects.requireNonNull(Rows.date(row, "decided_on")),
                        row.getString("reason")))
                .optional();
    }

    private static AwardDocument document(ResultSet row) throws SQLException {
        return new AwardDocument(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getObject("decision_id", UUID.class),
                row.getObject("nomination_id", UUID.class),
                row.getObject("recipient_unit_id", UUID.class),
                row.getString("recipient"),
                row.getString("award_name"),
                row.getString("citation"),
                row.getString("decided_by"),
                row.getString("place"),
                row.getString("signer_name"),
                row.getString("signer_office"),
                row.getString("decision_number"),
                Objects.requireNonNull(Rows.date(row, "decided_on")),
                Objects.requireNonNull(Rows.date(row, "issued_on")),
                row.getString("check_url"),
                row.getBoolean("invented"),
                row.getInt("layout"),
                row.getString("sha256"));
    }
}

package vn.thidua.award.publicview;

import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.award.document.CheckCode;
import vn.thidua.award.publicview.CheckController.CheckedDocument;
import vn.thidua.kit.database.Rows;

/** Reads what the public may see of a document. */
@Repository
class CheckQueries {
    private final JdbcClient jdbc;

    CheckQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CheckedDocument> find(String code) {
        return jdbc.sql("""
                        select code, recipient, award_name, decided_by, decision_number, decided_on, issued_on, invented, sha256,
                               exists (select from revocation r where r.document_id = d.id) as revoked
                        from award_document d where code = :code
                        """)
                .param("code", code)
                .query((row, _) -> new CheckedDocument(
                        CheckCode.grouped(row.getString("code")),
                        row.getString("recipient"),
                        row.getString("award_name"),
                        row.getString("decided_by"),
                        row.getString("decision_number"),
                        Objects.requireNonNull(Rows.date(row, "decided_on")),
                        Objects.requireNonNull(Rows.date(row, "issued_on")),
                        row.getBoolean("revoked"),
                        row.getBoolean("invented"),
                        row.getString("sha256")))
                .optional();
    }
}

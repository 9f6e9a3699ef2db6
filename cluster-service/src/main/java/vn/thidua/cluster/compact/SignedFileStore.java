package vn.thidua.cluster.compact;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.digitalsignature.Examination.Check;
import vn.thidua.cluster.digitalsignature.Examination.Examined;
import vn.thidua.cluster.digitalsignature.Examination.Signature;
import vn.thidua.kit.mandate.Basis;

/** Writes digitally signed files with what was found in them. */
@Repository
class SignedFileStore {
    /** A file and what it belongs to. */
    record Added(UUID compactId, UUID unitId, String textSha256, UUID fileId) {}

    private final JdbcClient jdbc;

    SignedFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(UUID compactId, UUID unitId, UUID fileId) {
        return jdbc.sql("""
                        select exists (select from compact_signed_file
                                       where compact_id = :compact and unit_id = :unit and file_id = :file)
                        """)
                .param("compact", compactId)
                .param("unit", unitId)
                .param("file", fileId)
                .query(Boolean.class)
                .single();
    }

    UUID insert(Added added, Examined examined, Basis basis) {
        var id = jdbc.sql("""
                        insert into compact_signed_file
                            (compact_id, unit_id, text_sha256, file_id, kind, brought_by, mandate_id, examined_at)
                        select :compact, :unit, :sha256, :file, :kind, m.person_id, m.id, :at from mandate m where m.id = :mandate
                        returning id
                        """)
                .param("compact", added.compactId())
                .param("unit", added.unitId())
                .param("sha256", added.textSha256())
                .param("file", added.fileId())
                .param("kind", examined.kind().name())
                .param("at", examined.at().atOffset(ZoneOffset.UTC))
                .param("mandate", basis.mandateId())
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
        for (int i = 0; i < examined.signatures().size(); i++) {
            insert(id, i + 1, examined.signatures().get(i));
        }
        return id;
    }

    private void insert(UUID id, int number, Signature signature) {
        jdbc.sql("""
                        insert into compact_file_signature
                            (signed_file_id, number, subject, issuer, serial, valid_from, valid_until, stated_at)
                        values (:id, :number, :subject, :issuer, :serial, :from, :until, :stated)
                        """)
                .param("id", id)
                .param("number", number)
                .param("subject", signature.subject())
                .param("issuer", signature.issuer())
                .param("serial", signature.serial())
                .param("from", signature.validFrom().atOffset(ZoneOffset.UTC))
                .param("until", signature.validUntil().atOffset(ZoneOffset.UTC))
                .param(
                        "stated",
                        signature.statedAt() == null
                                ? null
                                : signature.statedAt().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        jdbc.sql("""
                        insert into compact_file_check (signed_file_id, number, about, outcome, reason)
                        select :id, :number, c.about, c.outcome, c.reason
                        from unnest(cast(:about as text[]), cast(:outcome as text[]), cast(:reason as text[]))
                             as c(about, outcome, reason)
                        """)
                .param("id", id)
                .param("number", number)
                .param("about", texts(signature.checks(), check -> check.about().name()))
                .param(
                        "outcome",
                        texts(signature.checks(), check -> check.outcome().name()))
                .param("reason", reasons(signature.checks()))
                .update();
    }

    private static String[] texts(List<Check> checks, Function<Check, String> text) {
        return checks.stream().map(text).toArray(String[]::new);
    }

    private static String[] reasons(List<Check> checks) {
        var reasons = new String[checks.size()];
        for (int i = 0; i < reasons.length; i++) {
            var reason = checks.get(i).reason();
            if (reason != null) {
                reasons[i] = reason.name();
            }
        }
        return reasons;
    }
}

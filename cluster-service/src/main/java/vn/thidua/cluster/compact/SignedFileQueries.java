package vn.thidua.cluster.compact;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.compact.SignedFileController.FileCheckView;
import vn.thidua.cluster.compact.SignedFileController.FileSignatureView;
import vn.thidua.cluster.compact.SignedFileController.SignedFileView;
import vn.thidua.cluster.digitalsignature.Examination;
import vn.thidua.kit.database.Rows;

/** Reads digitally signed files and what was found in them. Names of units and people are today's. */
@Repository
class SignedFileQueries {
    private final JdbcClient jdbc;

    SignedFileQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param only one of them, or null for all */
    List<SignedFileView> list(UUID compactId, @Nullable UUID only, @Nullable UUID after, int limit) {
        var files = jdbc.sql("""
                        select s.id, s.unit_id, unit_name(s.unit_id, kit.business_today()) as unit_name, s.kind, s.file_id,
                               f.name as file_name, f.sha256, s.examined_at, p.name as brought_by
                        from compact_signed_file s
                        join file f on f.id = s.file_id
                        left join person p on p.id = s.brought_by
                        where s.compact_id = :compact and (cast(:only as uuid) is null or s.id = :only)
                          and (cast(:after as uuid) is null or s.id < :after)
                        order by s.id desc limit :limit
                        """)
                .param("compact", compactId)
                .param("only", only, Types.OTHER)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> new SignedFileView(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        Examination.Kind.valueOf(row.getString("kind")),
                        row.getObject("file_id", UUID.class),
                        row.getString("file_name"),
                        row.getString("sha256"),
                        Objects.requireNonNull(Rows.instant(row, "examined_at")),
                        row.getString("brought_by"),
                        List.of()))
                .list();
        var signatures = signatures(files.stream().map(SignedFileView::id).toArray(UUID[]::new));
        return files.stream()
                .map(file -> file.with(signatures.getOrDefault(file.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<FileSignatureView>> signatures(UUID[] files) {
        var signatures = new HashMap<UUID, List<FileSignatureView>>();
        jdbc.sql("""
                        select s.signed_file_id, s.subject, s.issuer, s.serial, s.valid_from, s.valid_until, s.stated_at, c.about, c.outcome, c.reason
                        from compact_file_signature s
                        cross join lateral (
                            select array_agg(x.about order by x.about) as about, array_agg(x.outcome order by x.about) as outcome,
                                   array_agg(x.reason order by x.about) as reason
                            from compact_file_check x where x.signed_file_id = s.signed_file_id and x.number = s.number) c
                        where s.signed_file_id = any(:files) order by s.signed_file_id, s.number
                        """).param("files", files).query((RowCallbackHandler) row -> signatures
                .computeIfAbsent(row.getObject("signed_file_id", UUID.class), _ -> new ArrayList<>())
                .add(new FileSignatureView(
                        row.getString("subject"),
                        row.getString("issuer"),
                        row.getString("serial"),
                        Objects.requireNonNull(Rows.instant(row, "valid_from")),
                        Objects.requireNonNull(Rows.instant(row, "valid_until")),
                        Rows.instant(row, "stated_at"),
                        checks(row))));
        return signatures;
    }

    private static List<FileCheckView> checks(ResultSet row) throws SQLException {
        var about = texts(row.getArray("about"));
        var outcome = texts(row.getArray("outcome"));
        var reason = texts(row.getArray("reason"));
        var checks = new ArrayList<FileCheckView>();
        for (var one : Examination.About.values()) {
            for (int i = 0; i < about.length; i++) {
                if (one.name().equals(about[i])) {
                    checks.add(new FileCheckView(
                            one,
                            Examination.Outcome.valueOf(outcome[i]),
                            reason[i] == null ? null : Examination.Reason.valueOf(reason[i])));
                }
            }
        }
        return checks;
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}

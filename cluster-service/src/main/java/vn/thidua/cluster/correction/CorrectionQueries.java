package vn.thidua.cluster.correction;

import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads what recorded things were before. */
@Repository
class CorrectionQueries {
    private static final Pattern WORD = Pattern.compile("_(.)");
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CorrectionQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * In the order in which they were made.
     *
     * @param reach null for a caller who may see all
     */
    List<CorrectionController.CorrectionView> list(
            @Nullable UUID recordId, @Nullable Reach reach, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select c.id, c.kind, c.record_id, c.withdrawn, c.was, c.reason, c.corrected_at from correction c
                        where (cast(:record as uuid) is null or c.record_id = :record)
                          and (:all or c.unit_id = any(:units)
                               or c.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
                          and (cast(:after as uuid) is null or c.id > :after)
                        order by c.id limit :limit
                        """)
                .param("record", recordId, Types.OTHER)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> new CorrectionController.CorrectionView(
                        row.getObject("id", UUID.class),
                        CorrectionController.Kind.valueOf(row.getString("kind")),
                        row.getObject("record_id", UUID.class),
                        row.getBoolean("withdrawn"),
                        fields(row.getString("was")),
                        row.getString("reason"),
                        Objects.requireNonNull(Rows.instant(row, "corrected_at"))))
                .list();
    }

    /** As HTTP names them. */
    private Map<String, @Nullable Object> fields(String was) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        json.readValue(was, FIELDS)
                .forEach((column, value) -> fields.put(
                        WORD.matcher(column).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT)), value));
        return fields;
    }
}

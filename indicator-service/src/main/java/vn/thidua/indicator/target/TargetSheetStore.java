package vn.thidua.indicator.target;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.season.Member;
import vn.thidua.kit.database.Rows;

/** Writes the sheet that a season's targets are frozen into, and reads what has to be known for it. */
@Repository
class TargetSheetStore {
    private final JdbcClient jdbc;

    TargetSheetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The season's sheet, begun if there is none, held against other writers until the transaction ends. */
    TargetSheet lock(UUID seasonId) {
        jdbc.sql("insert into target_sheet (season_id) values (:season) on conflict do nothing")
                .param("season", seasonId)
                .update();
        return jdbc.sql(
                        "select version, frozen_at, text, sha256, edition from target_sheet where season_id = :season for update")
                .param("season", seasonId)
                .query((row, _) -> {
                    var frozenAt = Rows.instant(row, "frozen_at");
                    return new TargetSheet(
                            seasonId,
                            row.getLong("version"),
                            frozenAt == null
                                    ? null
                                    : new TargetSheet.Frozen(
                                            frozenAt,
                                            row.getString("text"),
                                            row.getString("sha256"),
                                            row.getInt("edition")));
                })
                .single();
    }

    long touch(UUID seasonId) {
        return jdbc.sql("update target_sheet set version = version + 1 where season_id = :season returning version")
                .param("season", seasonId)
                .query(Long.class)
                .single();
    }

    /** Freezes that text as the next edition; the editions before it stay to be read. */
    TargetSheet.Frozen freeze(UUID seasonId, String text, String sha256, String by) {
        return jdbc.sql("""
                        with frozen as (
                            update target_sheet set frozen_at = kit.business_now(), frozen_by = coalesce(frozen_by, :by), text = :text,
                                   sha256 = :sha256, version = version + 1, edition = edition + 1
                            where season_id = :season returning season_id, edition, frozen_at, text, sha256)
                        insert into target_edition (season_id, edition, frozen_at, text, sha256) select * from frozen
                        returning frozen_at, edition
                        """)
                .param("season", seasonId)
                .param("by", by)
                .param("text", text)
                .param("sha256", sha256)
                .query((row, _) -> new TargetSheet.Frozen(
                        Objects.requireNonNull(Rows.instant(row, "frozen_at")), text, sha256, row.getInt("edition")))
                .single();
    }

    /** The season's rows as they are to be frozen; units are named later, from the members. */
    List<CanonicalTargets.Line> lines(UUID seasonId, Map<UUID, Member> members) {
        return jdbc.sql("""
                        select t.unit_id, t.indicator_id, i.code, i.name, i.direction, t.unit_of_measure,
                               t.assigned, t.registered, t.last_year, t.h1_assigned, t.h1_registered, t.m9_assigned, t.m9_registered,
                               t.items
                        from target t join indicator i on i.id = t.indicator_id
                        where t.season_id = :season
                        """)
                .param("season", seasonId)
                .query((row, _) -> {
                    var member = Objects.requireNonNull(members.get(row.getObject("unit_id", UUID.class)));
                    return new CanonicalTargets.Line(
                            Objects.requireNonNull(member.code()),
                            Objects.requireNonNull(member.name()),
                            row.getString("code"),
                            row.getString("name"),
                            Measure.Direction.valueOf(row.getString("direction")),
                            row.getString("unit_of_measure"),
                            row.getBigDecimal("assigned"),
                            row.getBigDecimal("registered"),
                            row.getBigDecimal("last_year"),
                            TargetStore.portions(row),
                            TargetStore.items(row),
                            row.getObject("indicator_id", UUID.class));
                })
                .list();
    }

    /** Codes of the indicators that some member has a target of and cannot compute, as it has none of an input. */
    List<String> uncomputable(UUID seasonId) {
        return jdbc.sql("""
                        select distinct i.code from target t
                        join indicator_input x on x.indicator_id = t.indicator_id
                        join indicator i on i.id = t.indicator_id
                        where t.season_id = :season
                          and not exists (select from target o where o.season_id = t.season_id and o.unit_id = t.unit_id
                                          and o.indicator_id = x.input_id)
                        order by i.code
                        """)
                .param("season", seasonId)
                .query((row, _) -> row.getString("code"))
                .list();
    }

    List<UUID> unitsWithTargets(UUID seasonId) {
        return jdbc.sql("select distinct unit_id from target where season_id = :season")
                .param("season", seasonId)
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .list();
    }
}

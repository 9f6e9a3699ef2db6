package vn.thidua.indicator.digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how members answered what is answered with a word: yes or no, or a level. Such answers are counted, never added up. */
@Repository
class MemberAnswers {
    private record Offered(int place, @Nullable String level) {}

    /** @param by a unit that gave the answer, or null where none did */
    private record Given(UUID indicatorId, Offered answer, Digest.@Nullable Answering by) {}

    private final JdbcClient jdbc;

    MemberAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every answer that could be given, the highest first, with who gave it; indicators that nobody answered are left out. */
    Map<UUID, List<Digest.Answer>> of(UUID seasonId, String period) {
        return jdbc.sql("""
                        with given as (
                            select h.indicator_id, h.value, h.unit_id, h.report_id, h.actuality
                            from handed_in h join indicator i on i.id = h.indicator_id
                            where h.season_id = :season and h.period_kind = :period
                              and i.value_kind in ('YES_NO', 'LEVEL') and is_answer(h.value, answers(i.value_kind, i.levels)))
                        select i.id as indicator_id, a.place, i.levels[a.place] as level, g.unit_id, g.report_id, g.actuality
                        from indicator i
                        cross join lateral answers(i.value_kind, i.levels) as offered
                        cross join lateral generate_series(lower(offered), upper(offered) - 1) as a(place)
                        left join given g on g.indicator_id = i.id and g.value = a.place
                        where i.id in (select indicator_id from given)
                        order by i.id, a.place desc, g.unit_id
                        """).param("season", seasonId).param("period", period).query((row, _) -> given(row)).stream()
                .collect(Collectors.groupingBy(
                        Given::indicatorId,
                        Collectors.collectingAndThen(
                                Collectors.groupingBy(
                                        Given::answer,
                                        LinkedHashMap::new,
                                        Collectors.flatMapping(
                                                one -> Stream.ofNullable(one.by()), Collectors.toList())),
                                MemberAnswers::counted)));
    }

    private static List<Digest.Answer> counted(Map<Offered, List<Digest.Answering>> units) {
        return units.entrySet().stream()
                .map(one -> new Digest.Answer(
                        one.getKey().place(),
                        one.getKey().level(),
                        one.getValue().size(),
                        one.getValue()))
                .toList();
    }

    private static Given given(ResultSet row) throws SQLException {
        var unit = row.getObject("unit_id", UUID.class);
        return new Given(
                row.getObject("indicator_id", UUID.class),
                new Offered(row.getInt("place"), row.getString("level")),
                unit == null
                        ? null
                        : new Digest.Answering(
                                unit,
                                null,
                                null,
                                null,
                                row.getString("actuality"),
                                row.getObject("report_id", UUID.class)));
    }
}

package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/**
 * Whatever joins, leaves, corrections, withdrawals, mergers, changes of heads and hand-overs come in whatever order: each is taken or
 * refused as a small model of the rules says, and every day can be told again as it was.
 */
class HistoryPropertiesIT {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int MONTHS = 14;
    private static final int STEPS = 45;

    private record Member(
            UUID id,
            UUID cluster,
            UUID unit,
            LocalDate from,
            @Nullable LocalDate until) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }

        boolean meets(LocalDate otherFrom, @Nullable LocalDate otherUntil) {
            return (until == null || otherFrom.isBefore(until)) && (otherUntil == null || from.isBefore(otherUntil));
        }
    }

    private record Season(UUID id, LocalDate from, LocalDate until) {}

    /** @param since the season's first day, or the day on which the former head handed over */
    private record Head(UUID headship, UUID unit, LocalDate since) {}

    private final Province province = Province.instance();
    private final Api api = province.administrator();
    private final UUID organiser = province.unit("Cơ quan tổ chức", province.id);
    private final List<UUID> clusters = List.of(Competition.cluster(organiser), Competition.cluster(organiser));
    private final List<UUID> units = List.of(unit(), unit(), unit());
    private final Map<UUID, List<Season>> seasonsOf = new HashMap<>();
    private final Map<UUID, LocalDate> ends = new HashMap<>();
    private final Map<UUID, Member> members = new HashMap<>();
    private final Map<Season, Head> heads = new HashMap<>();
    private final Set<UUID> handedOver = new HashSet<>();

    private final List<String> story = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void noHistoryBreaksTheRulesOfTimeAndEveryDayIsToldAgain(long seed) {
        for (var cluster : clusters) {
            seasonsOf.put(cluster, List.of(season(cluster, 2026), season(cluster, 2027)));
        }
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            step(random);
        }
        assertThat(story).as("something was taken").anyMatch(line -> line.endsWith("taken"));
        assertThat(story).as("something was refused").anyMatch(line -> line.endsWith("refused"));
        assertToldAgain();
    }

    private void step(Random random) {
        var cluster = any(random, clusters);
        var unit = any(random, units);
        var from = day(random);
        var until = random.nextInt(3) == 0 ? null : day(random);
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> join(cluster, unit, from, until);
            case 4, 5 -> anyMember(random, member -> leave(member, day(random)));
            case 6, 7 -> anyMember(random, member -> correct(member, from, until));
            case 8 -> anyMember(random, this::withdraw);
            case 9, 10, 11 -> changeHead(cluster, any(random, seasons(cluster)), unit);
            case 12 -> handOver(cluster, from);
            default -> merge(unit, any(random, units), from);
        }
    }

    private void join(UUID cluster, UUID unit, LocalDate from, @Nullable LocalDate until) {
        var possible = ordered(from, until) && alive(unit, from, until) && free(unit, from, until, null);
        var answer = api.post(
                "/api/v1/clusters/" + cluster + "/members", Competition.newMember(unit, text(from), last(until)));
        judge("join " + unit + " " + from + " " + until, answer, possible);
        if (possible) {
            members.put(answer.id(), new Member(answer.id(), cluster, unit, from, until));
        }
    }

    private void leave(Member member, LocalDate until) {
        var left = new Member(member.id(), member.cluster(), member.unit(), member.from(), until);
        var same = until.equals(member.until());
        var possible = same
                || (until.isAfter(member.from())
                        && (member.until() == null || until.isBefore(member.until()))
                        && headStays(member, left));
        var answer =
                api.post(path(member) + "/leaving", Map.of("to", text(until.minusDays(1)), "reason", "chuyển khối"));
        judge("leave " + member + " " + until, answer, possible);
        if (possible) {
            members.put(member.id(), left);
        }
    }

    private void correct(Member member, LocalDate from, @Nullable LocalDate until) {
        var corrected = new Member(member.id(), member.cluster(), member.unit(), from, until);
        var possible = ordered(from, until)
                && alive(member.unit(), from, until)
                && free(member.unit(), from, until, member.id())
                && headStays(member, corrected);
        var body = ClusterTargets.because(Competition.newMember(member.unit(), text(from), last(until)), "unitId");
        judge("correct " + member + " " + from + " " + until, api.put(path(member), version(member), body), possible);
        if (possible) {
            members.put(member.id(), corrected);
        }
    }

    private void withdraw(Member member) {
        var possible = headStays(member, null);
        var answer = api.with("If-Match", "\"" + version(member) + "\"")
                .post(path(member) + "/withdrawal", Map.of("reason", "ghi nhầm"));
        judge("withdraw " + member, answer, possible);
        if (possible) {
            members.remove(member.id());
        }
    }

    /** A season without a head gets one, one with a head loses it. */
    private void changeHead(UUID cluster, Season season, UUID unit) {
        var path = "/api/v1/seasons/" + season.id();
        var head = heads.get(season);
        if (head != null) {
            var version = api.get(path).body().path("version").asString();
            var answer = api.with("If-Match", "\"" + version + "\"")
                    .post(path + "/headships/" + head.headship() + "/withdrawal", Map.of("reason", "ghi nhầm"));
            judge("withdraw head " + head, answer, true);
            heads.remove(season);
            return;
        }
        var possible = leads(cluster, unit, season, members.values());
        var answer = api.post(path + "/headships", Competition.newHeadship(unit, "HEAD"));
        judge("head " + unit + " of " + season, answer, possible);
        if (possible) {
            heads.put(season, new Head(answer.id(), unit, season.from()));
        }
    }

    /** Once: from the head of the first season, known or not, to the next one's. */
    private void handOver(UUID cluster, LocalDate day) {
        var next = seasons(cluster).getLast();
        var head = heads.get(next);
        var possible = head != null && !handedOver.contains(cluster);
        var body = Map.of("toSeasonId", next.id(), "handedOverOn", text(day), "provenance", "LIVE");
        var answer = api.post("/api/v1/seasons/" + seasons(cluster).getFirst().id() + "/handover", body);
        judge("hand over " + cluster + " " + day, answer, possible);
        if (head != null && possible) {
            handedOver.add(cluster);
            heads.put(next, new Head(head.headship(), head.unit(), day));
        }
    }

    /** The unit goes into the other on a day: it ends the day before, and then the lineage says so. */
    private void merge(UUID unit, UUID other, LocalDate day) {
        if (unit.equals(other) || ends.containsKey(unit) || ends.containsKey(other)) {
            return;
        }
        var body = Map.of(
                "name", "Xã của lịch sử",
                "parentId", province.id,
                "effectiveFrom", "2025-07-01",
                "validTo", text(day.minusDays(1)),
                "reason", "sáp nhập");
        var possible = members.values().stream()
                .noneMatch(m ->
                        m.unit().equals(unit) && (m.until() == null || m.until().isAfter(day)));
        judge("end " + unit + " " + day, api.put("/api/v1/units/" + unit, 1, body), possible);
        if (possible) {
            ends.put(unit, day);
            var lineage = Competition.lineage("MERGE", List.of(unit, other), List.of(other));
            lineage.put("effectiveFrom", text(day));
            judge("merge " + unit + " into " + other, api.post("/api/v1/lineages", lineage), true);
        }
    }

    private void assertToldAgain() {
        for (int month = -1; month <= MONTHS + 1; month++) {
            var day = FIRST.plusMonths(month);
            for (var cluster : clusters) {
                var expected = members.values().stream()
                        .filter(m -> m.cluster().equals(cluster) && m.on(day))
                        .map(m -> m.unit().toString())
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(unitsOn(cluster, day))
                        .as("%s on %s%n%s", cluster, day, story)
                        .isEqualTo(expected);
                var leading = seasons(cluster).stream()
                        .filter(season -> day.isBefore(season.until()))
                        .map(heads::get)
                        .filter(head -> head != null && !day.isBefore(head.since()))
                        .map(head -> head.unit().toString())
                        .toList();
                assertThat(leadingOn(cluster, day))
                        .as("heads of %s on %s%n%s", cluster, day, story)
                        .containsExactlyInAnyOrderElementsOf(leading);
            }
        }
        for (var cluster : clusters) {
            var expected = members.values().stream()
                    .filter(m -> m.cluster().equals(cluster))
                    .map(m -> m.unit() + " " + m.from() + " " + m.until())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(told(cluster)).as("the feed's last word").isEqualTo(expected);
        }
    }

    private List<String> leadingOn(UUID cluster, LocalDate day) {
        return api.get("/api/v1/clusters/" + cluster + "/headships?asOf=" + day)
                .body()
                .path("items")
                .findValuesAsString("unitId");
    }

    private Set<String> unitsOn(UUID cluster, LocalDate day) {
        return new TreeSet<>(api.get("/api/v1/clusters/" + cluster + "/members?asOf=" + day)
                .body()
                .path("items")
                .findValuesAsString("unitId"));
    }

    private static Set<String> told(UUID cluster) {
        var listed = Assembly.text("""
                        select string_agg((m ->> 'unitId') || ' ' || (m ->> 'from') || ' ' || coalesce(m ->> 'until', 'null'), ',')
                        from (select cast(data as jsonb) -> 'members' as members
                              from (select aggregate_version, data from kit.feed_event where aggregate_id = '%1$s'
                                    union all select aggregate_version, data from kit.outbox where aggregate_id = '%1$s') e
                              order by aggregate_version desc limit 1) last, jsonb_array_elements(last.members) m
                        """.formatted(cluster));
        return listed.equals("null") ? Set.of() : new TreeSet<>(List.of(listed.split(",")));
    }

    private void judge(String what, Api.Answer answer, boolean possible) {
        story.add(what + (possible ? " taken" : " refused"));
        assertThat(answer.status())
                .as("%s%n%s", answer.text(), String.join("\n", story))
                .isIn(possible ? Set.of(200, 201, 204) : Set.of(409, 422));
    }

    private static boolean ordered(LocalDate from, @Nullable LocalDate until) {
        return until == null || until.isAfter(from);
    }

    private boolean alive(UUID unit, LocalDate from, @Nullable LocalDate until) {
        var end = ends.get(unit);
        return end == null || (from.isBefore(end) && until != null && !until.isAfter(end));
    }

    private boolean free(UUID unit, LocalDate from, @Nullable LocalDate until, @Nullable UUID except) {
        return members.values().stream()
                .noneMatch(m -> m.unit().equals(unit) && !m.id().equals(except) && m.meets(from, until));
    }

    private boolean headStays(Member was, @Nullable Member becomes) {
        var after = new ArrayList<>(members.values());
        after.removeIf(m -> m.id().equals(was.id()));
        if (becomes != null) {
            after.add(becomes);
        }
        return seasons(was.cluster()).stream()
                .filter(season -> {
                    var head = heads.get(season);
                    return head != null && head.unit().equals(was.unit());
                })
                .allMatch(season -> leads(was.cluster(), was.unit(), season, after));
    }

    private static boolean leads(UUID cluster, UUID unit, Season season, Iterable<Member> among) {
        for (var member : among) {
            if (member.cluster().equals(cluster)
                    && member.unit().equals(unit)
                    && member.meets(season.from(), season.until())) {
                return true;
            }
        }
        return false;
    }

    private List<Season> seasons(UUID cluster) {
        return Objects.requireNonNull(seasonsOf.get(cluster));
    }

    private static Season season(UUID cluster, int year) {
        var first = LocalDate.of(year, 1, 1);
        var id = Competition.season(
                cluster,
                Integer.toString(year),
                text(first),
                text(first.plusYears(1).minusDays(1)),
                "RECORDED");
        return new Season(id, first, first.plusYears(1));
    }

    private void anyMember(Random random, java.util.function.Consumer<Member> act) {
        if (!members.isEmpty()) {
            act.accept(any(
                    random,
                    members.values().stream()
                            .sorted(java.util.Comparator.comparing(Member::id))
                            .toList()));
        }
    }

    private int version(Member member) {
        JsonNode cluster = api.get("/api/v1/clusters/" + member.cluster()).body();
        return cluster.path("version").asInt();
    }

    private static String path(Member member) {
        return "/api/v1/clusters/" + member.cluster() + "/members/" + member.id();
    }

    private UUID unit() {
        return province.unit("Xã của lịch sử", province.id);
    }

    private static LocalDate day(Random random) {
        return FIRST.plusMonths(random.nextInt(MONTHS));
    }

    private static String text(LocalDate day) {
        return day.toString();
    }

    private static @Nullable String last(@Nullable LocalDate until) {
        return until == null ? null : until.minusDays(1).toString();
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

package vn.thidua.indicator.digest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.digest.Digest.Better;
import vn.thidua.indicator.digest.DigestQueries.IndicatorRow;
import vn.thidua.indicator.digest.DigestQueries.Keyed;
import vn.thidua.indicator.digest.DigestQueries.SeriesKey;
import vn.thidua.indicator.place.PlaceCodes;
import vn.thidua.indicator.season.Member;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Puts a digest together from its parts. */
@Service
class DigestService {
    /** A unit in a series. */
    record Place(SeriesKey series, UUID unitId) {}

    /**
     * A digest with all that is known, not yet for anybody's eyes.
     *
     * @param earlier the seasons from which earlier numbers are: each has rules of its own about who sees them
     */
    record Whole(Digest digest, Map<Place, UUID> earlier) {
        Whole {
            earlier = Map.copyOf(earlier);
        }
    }

    private final Seasons seasons;
    private final DigestQueries queries;
    private final MemberNumbers numbers;
    private final MemberAnswers answers;
    private final PlaceCodes places;
    private final AdoptedQueries adopted;

    DigestService(
            Seasons seasons,
            DigestQueries queries,
            MemberNumbers numbers,
            MemberAnswers answers,
            PlaceCodes places,
            AdoptedQueries adopted) {
        this.seasons = seasons;
        this.queries = queries;
        this.numbers = numbers;
        this.answers = answers;
        this.places = places;
        this.adopted = adopted;
    }

    /** @param threshold who stands at or above it is told, or null */
    @Transactional(readOnly = true)
    Whole digest(UUID seasonId, String period, @Nullable BigDecimal threshold) {
        var season = seasons.find(seasonId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var members = seasons.members(seasonId);
        var own = numbers.leaders(season, period);
        var parts = new Parts(
                members.stream().collect(Collectors.toMap(Member::unitId, member -> member)),
                places.of(seasonId),
                grouped(queries.stated(season, period)),
                grouped(numbers.computed(season, period, members.size())),
                grouped(own.stream()
                        .map(one -> new Keyed<>(one.key(), one.part().leader()))
                        .toList()),
                grouped(queries.statements(season, period)),
                adopted.of(season, period),
                answers.of(seasonId, period),
                threshold);
        return new Whole(
                new Digest(seasonId, period, season.mode(), members.size(), indicators(parts), Digest.Showing.ALL),
                earlier(own));
    }

    private static Map<Place, UUID> earlier(List<Keyed<MemberNumbers.OfMember>> own) {
        var earlier = new HashMap<Place, UUID>();
        for (var one : own) {
            var season = one.part().earlier();
            if (season != null) {
                earlier.put(new Place(one.key(), one.part().leader().unitId()), season);
            }
        }
        return earlier;
    }

    /**
     * Whose digest it is.
     *
     * @throws vn.thidua.kit.problem.ProblemException 404 when the season is not known here
     */
    DigestPaper.Setting setting(UUID seasonId) {
        return queries.setting(seasonId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private List<Digest.OfIndicator> indicators(Parts parts) {
        var keys = new LinkedHashSet<SeriesKey>();
        keys.addAll(parts.stated().keySet());
        keys.addAll(parts.leaders().keySet());
        keys.addAll(parts.statements().keySet());
        var byIndicator = keys.stream().collect(Collectors.groupingBy(SeriesKey::indicatorId));
        var told = new LinkedHashSet<>(byIndicator.keySet());
        told.addAll(parts.adopted().keySet());
        told.addAll(parts.answers().keySet());
        return queries.indicators(List.copyOf(told)).stream()
                .map(row -> new Digest.OfIndicator(
                        row.id(),
                        row.code(),
                        row.name(),
                        row.valueKind(),
                        row.direction(),
                        parts.adopted().get(row.id()),
                        parts.answered(row.id()),
                        byIndicator.getOrDefault(row.id(), List.of()).stream()
                                .sorted(Comparator.comparing(SeriesKey::measure)
                                        .thenComparing(SeriesKey::unitOfMeasure))
                                .map(key -> parts.series(key, row))
                                .toList()))
                .toList();
    }

    private static <T> Map<SeriesKey, List<T>> grouped(List<Keyed<T>> rows) {
        var grouped = new LinkedHashMap<SeriesKey, List<T>>();
        rows.forEach(row ->
                grouped.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row.part()));
        return grouped;
    }

    /** All that was read, by what it belongs to. */
    private record Parts(
            Map<UUID, Member> members,
            Map<UUID, String> places,
            Map<SeriesKey, List<Digest.Stated>> stated,
            Map<SeriesKey, List<Digest.Computed>> computed,
            Map<SeriesKey, List<Digest.Leader>> leaders,
            Map<SeriesKey, List<Digest.Statement>> statements,
            Map<UUID, Digest.Adopted> adopted,
            Map<UUID, List<Digest.Answer>> answers,
            @Nullable BigDecimal threshold) {
        Digest.Series series(SeriesKey key, IndicatorRow indicator) {
            var own = leaders.getOrDefault(key, List.of());
            var fromMembers = computed.get(key);
            return new Digest.Series(
                    key.measure(),
                    key.unitOfMeasure(),
                    better(key.measure(), indicator.direction()),
                    stated.getOrDefault(key, List.of()),
                    fromMembers == null ? null : fromMembers.getFirst(),
                    own.stream().map(this::named).toList(),
                    threshold == null ? null : reached(own, threshold),
                    statements.getOrDefault(key, List.of()));
        }

        Digest.@Nullable Answered answered(UUID indicatorId) {
            var given = answers.get(indicatorId);
            return given == null
                    ? null
                    : new Digest.Answered(
                            given.stream().map(this::named).toList(),
                            given.stream()
                                    .mapToInt(answer -> answer.units().size())
                                    .sum(),
                            members.size());
        }

        private Digest.Answer named(Digest.Answer answer) {
            return new Digest.Answer(
                    answer.place(),
                    answer.level(),
                    answer.count(),
                    answer.units().stream().map(this::named).toList());
        }

        private Digest.Answering named(Digest.Answering unit) {
            var member = members.get(unit.unitId());
            return new Digest.Answering(
                    unit.unitId(),
                    member == null ? null : member.code(),
                    member == null ? null : member.name(),
                    places.get(unit.unitId()),
                    unit.actuality(),
                    unit.reportId());
        }

        private static Better better(String measure, String direction) {
            var ofTheNumberItself = measure.equals("VALUE") || measure.equals("GROWTH");
            if (!ofTheNumberItself || direction.equals("RAISE") || direction.equals("REACH")) {
                return Better.HIGHER;
            }
            return direction.equals("REDUCE") ? Better.LOWER : Better.NEITHER;
        }

        private Digest.Reached reached(List<Digest.Leader> own, BigDecimal at) {
            var reached = new ArrayList<UUID>();
            var unclear = new ArrayList<UUID>();
            for (var entry : own) {
                switch (Threshold.of(entry.value(), entry.qualifier(), at)) {
                    case REACHED -> reached.add(entry.unitId());
                    case UNCLEAR -> unclear.add(entry.unitId());
                    case MISSED -> {}
                }
            }
            return new Digest.Reached(at, reached, unclear, own.size(), members.size());
        }

        private Digest.Leader named(Digest.Leader leader) {
            var member = members.get(leader.unitId());
            return new Digest.Leader(
                    leader.unitId(),
                    member == null ? null : member.code(),
                    member == null ? null : member.name(),
                    places.get(leader.unitId()),
                    leader.place(),
                    leader.value(),
                    leader.outOf(),
                    leader.before(),
                    leader.qualifier(),
                    leader.actuality(),
                    leader.basis(),
                    leader.rankStated(),
                    leader.figureId(),
                    leader.reportId(),
                    leader.provenance(),
                    leader.source());
        }
    }
}

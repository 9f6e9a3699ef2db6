package vn.thidua.cluster.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import vn.thidua.cluster.grouping.Proposal.Why;
import vn.thidua.cluster.grouping.Wish.Likeness;
import vn.thidua.cluster.unit.Unit;

class GroupingTest {
    @Test
    void asFewGroupsAsMayBeOfNearlyTheSameNumber() {
        var proposal = Grouping.propose(communes(13, "Đồng bằng"), wish(4, 8, Likeness.KIND));
        assertThat(proposal.groups()).extracting(List::size).containsExactly(6, 7);
        assertThat(proposal.leftOver()).isEmpty();
    }

    @Test
    void whoFindsNoPlaceIsLeftOverAndToldWhy() {
        var rest = Grouping.propose(communes(7, "Đồng bằng"), wish(4, 6, Likeness.KIND));
        assertThat(rest.groups()).extracting(List::size).containsExactly(6);
        assertThat(rest.leftOver()).extracting(Proposal.LeftOver::why).containsExactly(Why.NO_ROOM);
        var few = Grouping.propose(communes(3, "Đồng bằng"), wish(4, 6, Likeness.KIND));
        assertThat(few.groups()).isEmpty();
        assertThat(few.leftOver()).extracting(Proposal.LeftOver::why).containsOnly(Why.TOO_FEW_ALIKE);
    }

    @Test
    void regionsStandByThemselvesAndTheSmallOnesTogether() {
        var units = new ArrayList<>(communes(5, "A"));
        units.addAll(communes(2, "B"));
        units.addAll(communes(2, "C"));
        var proposal = Grouping.propose(units, wish(4, 6, Likeness.REGION));
        assertThat(proposal.groups())
                .extracting(group -> group.stream()
                        .map(unit -> unit.region().name())
                        .distinct()
                        .toList())
                .containsExactly(List.of("A"), List.of("B", "C"));
    }

    @Test
    void theLargeStandWithTheLargeAndWhoseSizeNobodyKnowsStandsAside() {
        var units = List.of(
                unit("U1", "A", "10"),
                unit("U2", "A", "200"),
                unit("U3", "A", "190"),
                unit("U4", "A", "12"),
                unit("U5", "A", null));
        var proposal = Grouping.propose(units, wish(2, 2, Likeness.SIZE));
        assertThat(proposal.groups())
                .extracting(group -> group.stream().map(Candidate::code).toList())
                .containsExactly(List.of("U2", "U3"), List.of("U4", "U1"));
        assertThat(proposal.leftOver()).singleElement().satisfies(left -> {
            assertThat(left.unit().code()).isEqualTo("U5");
            assertThat(left.why()).isEqualTo(Why.SIZE_NOT_KNOWN);
        });
    }

    @RepeatedTest(200)
    void whateverIsAskedNobodyIsLostOrTwiceAndTheOrderOfTheUnitsPlaysNoPart(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var units = anyUnits(random);
        var min = 2 + random.nextInt(6);
        var by = EnumSet.noneOf(Likeness.class);
        for (var likeness : Likeness.values()) {
            if (random.nextBoolean()) {
                by.add(likeness);
            }
        }
        var wish = new Wish(min, min + random.nextInt(6), by);
        var proposal = Grouping.propose(units, wish);

        var shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, random);
        assertThat(Grouping.propose(shuffled, wish)).isEqualTo(proposal);

        var placed = new ArrayList<Candidate>();
        proposal.groups().forEach(placed::addAll);
        proposal.leftOver().forEach(left -> placed.add(left.unit()));
        assertThat(placed).containsExactlyInAnyOrderElementsOf(units);
        for (var group : proposal.groups()) {
            assertThat(group.size()).isBetween(wish.min(), wish.max());
            if (wish.by(Likeness.KIND)) {
                assertThat(group)
                        .extracting(Candidate::kind)
                        .containsOnly(group.getFirst().kind());
                assertThat(group)
                        .extracting(Candidate::level)
                        .containsOnly(group.getFirst().level());
            }
            if (wish.by(Likeness.SIZE)) {
                assertThat(group).extracting(Candidate::size).doesNotContainNull();
            }
        }
    }

    private static List<Candidate> anyUnits(Random random) {
        return IntStream.range(0, random.nextInt(80))
                .mapToObj(i -> new Candidate(
                        new UUID(0, i),
                        "U%03d".formatted(i),
                        "Đơn vị",
                        any(random, Unit.Kind.ADMINISTRATION, Unit.Kind.DEPARTMENT, Unit.Kind.SCHOOL),
                        any(random, Unit.Level.PROVINCE, Unit.Level.DISTRICT, Unit.Level.COMMUNE),
                        new Candidate.Region("Vùng " + random.nextInt(5), ""),
                        random.nextInt(10) == 0 ? null : BigDecimal.valueOf(random.nextInt(20))))
                .toList();
    }

    @SafeVarargs
    private static <T> T any(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    private static List<Candidate> communes(int count, String region) {
        return IntStream.range(0, count)
                .mapToObj(i -> unit(region + "%02d".formatted(i), region, null))
                .toList();
    }

    private static Candidate unit(String code, String region, @Nullable String size) {
        return new Candidate(
                UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                code,
                "Xã " + code,
                Unit.Kind.ADMINISTRATION,
                Unit.Level.COMMUNE,
                new Candidate.Region(region, region),
                size == null ? null : new BigDecimal(size));
    }

    private static Wish wish(int min, int max, Likeness... by) {
        return new Wish(min, max, Set.of(by));
    }
}

package vn.thidua.cluster.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Rotation.Term Y2027 = year(2027);
    private static final Rotation.Membership ALL = (_, _) -> true;
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    @Test
    void theOrderGoesOnAfterWhoeverHeadsNowAndBeginsAgain() {
        assertThat(heads(order(A, B, C), B, 4, ALL)).containsExactly(C, A, B, C);
    }

    @Test
    void withoutAHeadSoFarTheOrderBeginsAtItsBeginning() {
        assertThat(heads(order(A, B, C), null, 2, ALL)).containsExactly(A, B);
        assertThat(heads(order(A, B, C), new UUID(0, 9), 2, ALL)).containsExactly(A, B);
    }

    @Test
    void whoIsPassedOverForATimeComesNextOnceItMay() {
        var merged = new Rotation.Skip(LocalDate.of(2027, 6, 1), LocalDate.of(2028, 1, 1), "đang sáp nhập");
        var rotation = new Rotation(
                List.of(new Rotation.Turn(A, merged), new Rotation.Turn(B, null), new Rotation.Turn(C, null)));
        var planned = rotation.ahead(C, Y2027, 4, ALL);
        assertThat(planned.stream().map(Rotation.Planned::unitId)).containsExactly(B, A, C, B);
        assertThat(planned.getFirst().passedOver())
                .containsExactly(new Rotation.PassedOver(A, Rotation.Why.SKIPPED, "đang sáp nhập"));
    }

    @Test
    void whoIsNoMemberOnAnyDayOfTheTermIsPassedOver() {
        var planned = order(A, B)
                .ahead(
                        null,
                        Y2027,
                        2,
                        (unit, term) -> !unit.equals(A) || term.from().getYear() > 2027);
        assertThat(planned.stream().map(Rotation.Planned::unitId)).containsExactly(B, A);
        assertThat(planned.getFirst().passedOver())
                .containsExactly(new Rotation.PassedOver(A, Rotation.Why.NOT_MEMBER, null));
    }

    @Test
    void whereNobodyMayNobodyIsPlanned() {
        assertThat(heads(order(A, B), null, 2, (_, _) -> false)).containsExactly(null, null);
        assertThat(heads(order(), A, 1, ALL)).containsExactly((UUID) null);
    }

    @Test
    void aCourtsYearFollowsACourtsYear() {
        var term = new Rotation.Term(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 10, 1));
        assertThat(term.next()).isEqualTo(new Rotation.Term(LocalDate.of(2027, 10, 1), LocalDate.of(2028, 10, 1)));
    }

    @RepeatedTest(50)
    void nobodyHeadsAgainBeforeEverybodyElseThatMightHasHeaded(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var units = new ArrayList<>(IntStream.range(0, 2 + random.nextInt(7))
                .mapToObj(i -> new UUID(1, i))
                .toList());
        Collections.shuffle(units, random);
        var turns = units.stream()
                .map(unit -> new Rotation.Turn(unit, random.nextInt(3) == 0 ? skip(random) : null))
                .toList();
        var planned = new Rotation(turns).ahead(units.get(random.nextInt(units.size())), Y2027, 24, ALL);
        var lastHeaded = new HashMap<UUID, Integer>();
        for (int term = 0; term < planned.size(); term++) {
            var now = planned.get(term);
            var head = now.unitId();
            var barred =
                    now.passedOver().stream().map(Rotation.PassedOver::unitId).toList();
            if (head == null) {
                assertThat(barred).hasSameElementsAs(units);
                continue;
            }
            assertThat(barred).doesNotContain(head);
            var before = lastHeaded.get(head);
            for (var other : units) {
                if (before != null && !other.equals(head) && !barred.contains(other)) {
                    assertThat(lastHeaded.getOrDefault(other, -1))
                            .as("%s might have headed instead of %s in term %s", other, head, term)
                            .isGreaterThan(before);
                }
            }
            lastHeaded.put(head, term);
        }
    }

    private static Rotation.Skip skip(Random random) {
        var from = LocalDate.of(2027 + random.nextInt(8), 1, 1);
        return new Rotation.Skip(from, from.plusYears(1 + random.nextInt(3)), "vì");
    }

    private static List<@Nullable UUID> heads(
            Rotation rotation, @Nullable UUID last, int terms, Rotation.Membership membership) {
        var heads = new ArrayList<@Nullable UUID>();
        rotation.ahead(last, Y2027, terms, membership).forEach(planned -> heads.add(planned.unitId()));
        return heads;
    }

    private static Rotation order(UUID... units) {
        return new Rotation(java.util.Arrays.stream(units)
                .map(unit -> new Rotation.Turn(Objects.requireNonNull(unit), null))
                .toList());
    }

    private static Rotation.Term year(int year) {
        return new Rotation.Term(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }
}

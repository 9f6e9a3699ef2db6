package vn.thidua.cluster.council;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.access.Role;

/**
 * The composition of a unit's council by one decision (quyết định thành lập, kiện toàn). The next decision names everybody anew.
 *
 * @param decisionNumber such as "1250/QĐ-UBND"
 * @param until first day on which another composition is in force, or null
 */
record Council(
        UUID id,
        UUID unitId,
        String decisionNumber,
        LocalDate decidedOn,
        LocalDate from,
        @Nullable LocalDate until,
        List<Seat> seats,
        long version) {
    /** Most vice chairs of a province's council, the standing one among them: NĐ 98/2023/NĐ-CP, Điều 49 khoản 2. */
    static final int MOST_VICE_CHAIRS_OF_A_PROVINCE = 4;

    Council {
        seats = List.copyOf(seats);
    }

    enum Office {
        CHAIR,
        /** Phó Chủ tịch thường trực. */
        STANDING_VICE_CHAIR,
        VICE_CHAIR,
        MEMBER;

        /** What who sits there is entrusted with, for the unit and all below it. */
        Role role() {
            return this == CHAIR ? Role.COUNCIL_CHAIR : Role.COUNCIL_MEMBER;
        }
    }

    /** @param position what the person is elsewhere, such as "Giám đốc Sở Nội vụ" */
    record Seat(UUID personId, Office office, @Nullable String position) {}

    long viceChairs() {
        return seats.stream()
                .filter(seat -> seat.office() == Office.STANDING_VICE_CHAIR || seat.office() == Office.VICE_CHAIR)
                .count();
    }
}

package vn.thidua.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compositions of councils. */
final class CouncilWork {
    private static final Province PROVINCE = Province.instance();

    private CouncilWork() {}

    /** A chair, a standing vice chair and a member nobody has heard of before. */
    static Map<String, Object> newCouncil(UUID unit, String from) {
        return newCouncil(
                unit,
                from,
                seat(PROVINCE.person("Chủ Tịch Hội Đồng", unit), "CHAIR"),
                seat(PROVINCE.person("Phó Chủ Tịch Hội Đồng", unit), "STANDING_VICE_CHAIR"),
                seat(PROVINCE.person("Ủy Viên Hội Đồng", unit), "MEMBER"));
    }

    static Map<String, Object> newCouncil(UUID unit, String from, Object... seats) {
        var council = new HashMap<String, Object>();
        council.put("unitId", unit);
        council.put("decisionNumber", "1250/QĐ-UBND");
        council.put("decidedOn", "2025-12-20");
        council.put("from", from);
        council.put("seats", new ArrayList<>(List.of(seats)));
        return council;
    }

    static Map<String, Object> seat(UUID person, String office) {
        var seat = new HashMap<String, Object>();
        seat.put("personId", person);
        seat.put("office", office);
        seat.put("position", "Giám đốc Sở");
        return seat;
    }

    static UUID composed(UUID unit, String from) {
        return Draft.ok(PROVINCE.administrator().post("/api/v1/councils", newCouncil(unit, from)))
                .id();
    }
}

package vn.thidua.cluster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;

/** A cluster assembled: members with their leaders, an open season with its head, a conference, the organiser's officer. */
final class Assembly {
    /** A member unit and the account of its leader. */
    record Member(UUID unit, String leader) {}

    private static final Province PROVINCE = Province.instance();

    final UUID organiser = PROVINCE.unit("Cơ quan tổ chức", PROVINCE.id);
    final UUID cluster = Competition.cluster(organiser);
    final UUID season = Competition.season(cluster);
    final UUID conference;
    final List<Member> members = new ArrayList<>();
    private final String officer = PROVINCE.holder(organiser, "STANDING_OFFICER", "SUBTREE");

    private Assembly(int size) {
        for (int i = 0; i < size; i++) {
            var unit = Competition.memberOf(cluster);
            members.add(new Member(unit, PROVINCE.holder(unit, "UNIT_LEADER", "UNIT")));
        }
        Competition.headship(season, members.getFirst().unit(), "HEAD");
        Competition.open(season);
        conference = Competition.conference(cluster, "2026-12-10", Map.of("ELECTION", season));
    }

    /** The first member heads the season. */
    static Assembly of(int size) {
        return new Assembly(size);
    }

    static void sql(String statement) {
        try (var connection = PROVINCE.service.database().asSuperuser();
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    static String text(String query) {
        try (var connection = PROVINCE.service.database().asSuperuser();
                var run = connection.createStatement();
                var rows = run.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    Api officer() {
        return PROVINCE.person(officer);
    }

    UUID unit(int member) {
        return members.get(member).unit();
    }

    Api leader(int member) {
        return leader(PROVINCE.service, member);
    }

    /** The leader speaking to that instance. */
    Api leader(ServiceUnderTest instance, int member) {
        return instance.api()
                .as(TestIssuer.instance().person(members.get(member).leader()));
    }

    /** The first candidates of so many, two thirds as quorum, half of those present as threshold. */
    Map<String, Object> newElection(int candidates) {
        var body = new HashMap<String, Object>();
        body.put("conferenceId", conference);
        body.put("seasonId", season);
        body.put("title", "Suy tôn đơn vị dẫn đầu");
        body.put(
                "candidates",
                members.stream().limit(candidates).map(Member::unit).toList());
        body.put("quorum", Map.of("numerator", 2, "denominator", 3));
        body.put("threshold", Map.of("numerator", 1, "denominator", 2));
        body.put("base", "PRESENT");
        return body;
    }

    UUID drawn(int candidates) {
        var drawn = officer().post("/api/v1/elections", newElection(candidates));
        if (drawn.status() != 201) {
            throw new AssertionError("not drawn up: " + drawn);
        }
        return drawn.id();
    }

    UUID opened(int candidates) {
        var id = drawn(candidates);
        var opened = officer().post(path(id) + "/opening", null);
        if (opened.status() != 200) {
            throw new AssertionError("not opened: " + opened);
        }
        return id;
    }

    Api.Answer cast(UUID election, int member, @Nullable UUID choice) {
        return cast(leader(member), election, member, choice);
    }

    Api.Answer cast(Api api, UUID election, int member, @Nullable UUID choice) {
        return api.post(path(election) + "/ballots", ballot(unit(member), choice));
    }

    Api.Answer close(UUID election) {
        return officer().post(path(election) + "/closing", null);
    }

    Api.Answer read(UUID election) {
        return officer().get(path(election));
    }

    /** How the season's checklist shows that matter. */
    String due(String code) {
        return officer()
                .get("/api/v1/seasons/" + season + "/due")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .path("state")
                .asString();
    }

    static Map<String, Object> ballot(UUID unit, @Nullable UUID choice) {
        var body = new HashMap<String, Object>();
        body.put("unitId", unit);
        body.put("choice", choice);
        return body;
    }

    static String path(UUID election) {
        return "/api/v1/elections/" + election;
    }
}

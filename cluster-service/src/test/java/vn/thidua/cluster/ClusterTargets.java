package vn.thidua.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.AuthorisationTable.Row;

/**
 * What the authorisation table tries clusters, seasons and conferences on. "own" and "other" is the organiser; "head" is a season
 * that the callers' own unit heads, in a cluster of another organiser.
 */
final class ClusterTargets {
    private static final Province PROVINCE = Province.instance();
    private static final List<String> NOUNS =
            List.of("clusters", "seasons", "conferences", "key-tasks", "inspections", "lineages", "corrections");

    private ClusterTargets() {}

    static boolean concerns(String path) {
        return NOUNS.stream().anyMatch(noun -> path.startsWith("/api/v1/" + noun));
    }

    static AuthorisationIT.Target target(Row row, UUID organiser, @Nullable UUID head) {
        var path = row.path();
        if (List.of("/api/v1/clusters", "/api/v1/lineages").contains(path)) {
            return new AuthorisationIT.Target(organiser, UUID.randomUUID(), 1);
        }
        if (path.startsWith("/api/v1/lineages/")) {
            var ended = Competition.ended(organiser, "Xã giải thể");
            return new AuthorisationIT.Target(
                    organiser,
                    Competition.recorded(Competition.lineage("DISSOLVE", List.of(ended), List.of())),
                    ended,
                    1);
        }
        // Anew for each: a unit heads in one cluster of an organiser only.
        var cluster = Competition.cluster(head == null ? organiser : PROVINCE.unit("Cơ quan khác", PROVINCE.id));
        if (path.startsWith("/api/v1/clusters/") || path.equals("/api/v1/seasons")) {
            if (path.endsWith("/founding-decision/withdrawal")) {
                Competition.founded(cluster);
            }
            var member = path.contains("{memberId}")
                    ? Competition.member(cluster, PROVINCE.unit("Xã sắp rời", PROVINCE.id), "2026-01-01", null)
                    : cluster;
            var version = path.contains("{memberId}")
                    ? 2
                    : path.endsWith("/rotation") || path.endsWith("/founding-decision") ? 0 : 1;
            return new AuthorisationIT.Target(organiser, cluster, member, version);
        }
        var season = Competition.season(cluster);
        var version = 1;
        if (head != null) {
            Competition.member(cluster, head, "2026-01-01", null);
            Competition.headship(season, head, "HEAD");
            version++;
        }
        if (path.contains("{headshipId}")) {
            var deputy = Competition.headship(season, Competition.memberOf(cluster), "DEPUTY");
            return new AuthorisationIT.Target(cluster, season, deputy, version + 1);
        }
        if (path.endsWith("/agenda/under-way")) {
            var meeting = Competition.conference(cluster, Competition.today(), Map.of("MID_YEAR", season));
            Competition.agenda(meeting, 1, List.of(Competition.newAgendaItem("Khai mạc")));
            return new AuthorisationIT.Target(cluster, meeting, season, 2);
        }
        if (path.contains("/invitation")) {
            var meeting = Competition.conference(cluster, Competition.nextMonth(), Map.of("MID_YEAR", season));
            var invitation = path.contains("{invitationId}") || path.endsWith("-letters")
                    ? Competition.invited(meeting, organiser)
                    : meeting;
            return new AuthorisationIT.Target(cluster, meeting, invitation, 1);
        }
        if (path.startsWith("/api/v1/conferences/")) {
            var conference = Competition.conference(cluster, "2026-07-01", Map.of("MID_YEAR", season));
            return new AuthorisationIT.Target(cluster, conference, season, 1);
        }
        if (path.startsWith("/api/v1/key-tasks/")) {
            var task = Competition.keyTask(season, null);
            var conference = Competition.conference(cluster, "2026-07-01", Map.of("MID_YEAR", season));
            return new AuthorisationIT.Target(cluster, task, conference, 1);
        }
        if (path.startsWith("/api/v1/inspections/")) {
            return inspected(path, organiser, cluster, season);
        }
        if (row.method().equals("GET") && path.contains("/regulation")) {
            Competition.regulation(season, version++);
        }
        if (List.of("open", "closed").contains(row.state())) {
            Competition.open(season);
        }
        if (path.endsWith("/handover")) {
            var next = Competition.season(cluster, "2027", "2027-01-01", "2027-12-31", "LIVE");
            Competition.headship(next, Competition.memberOf(cluster), "HEAD");
            if (row.state().equals("done")) {
                Competition.handOver(season, next);
            }
            return new AuthorisationIT.Target(cluster, season, next, version);
        }
        if (row.state().equals("closed")) {
            Competition.close(season);
        }
        return new AuthorisationIT.Target(cluster, season, season, version);
    }

    /** Who is to put something right is the unit itself, as a member of a cluster that another one organises. */
    private static AuthorisationIT.Target inspected(String path, UUID unit, UUID cluster, UUID season) {
        UUID inspection;
        if (path.endsWith("/remedy")) {
            var elsewhere = Competition.cluster(PROVINCE.unit("Cơ quan khác", PROVINCE.id));
            Competition.member(elsewhere, unit, "2026-01-01", null);
            inspection = Competition.inspection(Competition.season(elsewhere), unit);
        } else {
            inspection = Competition.inspection(season, Competition.memberOf(cluster));
        }
        var finding = Competition.finding(inspection);
        if (path.endsWith("/closing")) {
            Assembly.sql("update inspection_finding set remedy = 'đã gửi', remedied_on = '2026-06-01' where id = '"
                    + finding + "'");
        }
        return new AuthorisationIT.Target(cluster, inspection, finding, 1);
    }

    static @Nullable Object body(String endpoint, AuthorisationIT.Target target) {
        var area = target.area();
        return switch (endpoint) {
            case "POST /api/v1/clusters", "PUT /api/v1/clusters/{id}" -> Competition.newCluster(area);
            case "PUT /api/v1/clusters/{id}/founding-decision" -> Competition.newFounding();
            case "POST /api/v1/clusters/grouping-proposals" -> Competition.newGrouping(area);
            case "POST /api/v1/clusters/grouping-proposals/acceptance" ->
                Competition.newAcceptance(area, List.of(List.of(PROVINCE.unit("Xã được xếp cụm", PROVINCE.id))));
            case "POST /api/v1/clusters/{id}/members" ->
                Competition.newMember(PROVINCE.unit("Xã mới vào", PROVINCE.id), "2026-01-01", null);
            case "POST /api/v1/clusters/{id}/members/{memberId}/leaving" ->
                Map.of("to", "2026-06-30", "reason", "chuyển khối");
            case "PUT /api/v1/clusters/{id}/members/{memberId}" ->
                because(Competition.newMember(target.part(), "2026-02-01", null), "unitId");
            case "PUT /api/v1/seasons/{id}/headships/{headshipId}" ->
                because(Competition.newHeadship(Competition.memberOf(area), "DEPUTY"));
            case "PUT /api/v1/key-tasks/{id}" -> because(Competition.newKeyTask(area, null), "seasonId");
            case "PUT /api/v1/lineages/{id}" -> {
                var body = because(Competition.lineage("DISSOLVE", List.of(target.part()), List.of()));
                body.put("decision", "Nghị quyết");
                yield body;
            }
            case "POST /api/v1/clusters/{id}/founding-decision/withdrawal",
                    "POST /api/v1/clusters/{id}/members/{memberId}/withdrawal",
                    "POST /api/v1/seasons/{id}/headships/{headshipId}/withdrawal",
                    "POST /api/v1/key-tasks/{id}/withdrawal",
                    "POST /api/v1/inspections/{id}/withdrawal",
                    "POST /api/v1/conferences/{id}/invitations/{invitationId}/withdrawal",
                    "POST /api/v1/lineages/{id}/withdrawal" -> Map.of("reason", "ghi nhầm");
            case "POST /api/v1/seasons" ->
                Competition.newSeason(target.id(), "2027", "2027-01-01", "2027-12-31", "LIVE");
            case "PUT /api/v1/seasons/{id}" ->
                Competition.newSeason(area, "Năm khác", "2026-01-01", "2026-12-30", "LIVE");
            case "POST /api/v1/seasons/{id}/headships" -> Competition.newHeadship(Competition.memberOf(area), "DEPUTY");
            case "POST /api/v1/conferences" ->
                Competition.newConference(area, "2026-07-02", Map.of("MID_YEAR", target.id()));
            case "PUT /api/v1/conferences/{id}" ->
                Competition.newConference(area, "2026-07-03", Map.of("MID_YEAR", target.part()));
            case "PUT /api/v1/conferences/{id}/agenda" ->
                Competition.newAgenda(List.of(Competition.newAgendaItem("Khai mạc")));
            case "PUT /api/v1/conferences/{id}/agenda/under-way" -> Competition.underWay(1);
            case "POST /api/v1/conferences/{id}/invitations" -> Competition.newInvitations();
            case "PUT /api/v1/conferences/{id}/invitations/{invitationId}/answer" ->
                Competition.newAnswer("CANNOT", "trùng lịch họp");
            case "POST /api/v1/conferences/{id}/attendances" -> Map.of("name", "Bà A", "capacity", "GUEST");
            case "POST /api/v1/conferences/{id}/papers" -> Map.of("title", "Tham luận");
            case "POST /api/v1/conferences/{id}/resolutions" -> {
                var body = new HashMap<String, Object>();
                body.put("seasonId", target.part());
                body.put("text", "Thống nhất");
                yield body;
            }
            case "PUT /api/v1/seasons/{id}/regulation" -> Competition.newRegulation();
            case "POST /api/v1/seasons/{id}/opening", "POST /api/v1/seasons/{id}/closing" -> Map.of("reason", "thử");
            case "POST /api/v1/seasons/{id}/handover" -> Competition.newHandover(target.part());
            case "POST /api/v1/seasons/{id}/reopening" -> Map.of("reason", "thử");
            case "POST /api/v1/seasons/{id}/copies" -> Competition.newCopy();
            case "PUT /api/v1/clusters/{id}/rotation" ->
                Competition.newRotation(PROVINCE.unit("Xã đến lượt", PROVINCE.id));
            case "POST /api/v1/inspections" -> Competition.newInspection(target.id(), Competition.memberOf(area));
            case "POST /api/v1/inspections/{id}/findings/{findingId}/remedy" ->
                Map.of("remedy", "Đã gửi", "remediedOn", "2026-06-01");
            case "POST /api/v1/key-tasks" -> Competition.newKeyTask(target.id(), null);
            case "POST /api/v1/key-tasks/{id}/reviews" -> Map.of("conferenceId", target.part(), "outcome", "GOING_ON");
            case "POST /api/v1/lineages" -> Competition.dissolution(area);
            default -> null;
        };
    }

    /** A body of something recorded as its correction. */
    static Map<String, Object> because(Map<String, Object> body, String... without) {
        for (var field : without) {
            body.remove(field);
        }
        body.put("reason", "ghi nhầm");
        return body;
    }

    /** Bodies that are well formed yet refused, because what they name is not there. */
    static Map<String, Object> refused(String endpoint) {
        var nobody = UUID.fromString("00000000-0000-4000-8000-000000000000");
        return switch (endpoint.substring(endpoint.lastIndexOf('/') + 1)) {
            case "clusters", "{cluster}" -> Competition.newCluster(nobody);
            case "withdrawal" -> new HashMap<>(Map.of("reason", "ghi nhầm"));
            case "{member}" -> because(Competition.newMember(nobody, "2026-01-01", "2026-12-31"), "unitId");
            case "{headship}" -> because(Competition.newHeadship(nobody, "HEAD"));
            case "{task}" -> because(Competition.newKeyTask(nobody, "2026-06-30"), "seasonId");
            case "{lineage}" -> because(refused("lineages"));
            case "members" -> Competition.newMember(nobody, "2026-01-01", null);
            case "leaving" -> new HashMap<>(Map.of("to", "2026-06-30", "reason", "vì"));
            case "seasons", "{season}" -> Competition.newSeason(nobody, "2027", "2027-01-01", "2027-12-31", "LIVE");
            case "headships" -> Competition.newHeadship(nobody, "HEAD");
            case "conferences", "{conference}" ->
                Competition.newConference(nobody, "2026-07-01", Map.of("MID_YEAR", nobody));
            case "attendances" -> new HashMap<>(Map.of("unitId", nobody, "name", "Bà A", "capacity", "GUEST"));
            case "papers" -> new HashMap<>(Map.of("unitId", nobody, "title", "Tham luận", "text", "Nội dung"));
            case "resolutions" -> new HashMap<>(Map.of("seasonId", nobody, "text", "Thống nhất"));
            case "regulation" -> Competition.newRegulation();
            case "handover" -> Competition.newHandover(nobody);
            case "copies" -> Competition.newCopy();
            case "rotation" -> Competition.newRotation(nobody);
            case "founding-decision" -> {
                var founding = Competition.newFounding();
                founding.put("issuerUnitId", nobody);
                founding.put("fileId", nobody);
                founding.put("reason", "vì");
                yield founding;
            }
            case "grouping-proposals" -> {
                var wish = Competition.newGrouping(nobody);
                wish.put("kind", "ADMINISTRATION");
                wish.put("known", List.of(Map.of("code", "X01", "figure", 12, "region", "Vùng núi")));
                yield wish;
            }
            case "acceptance" -> {
                var accepted = Competition.newAcceptance(nobody, List.of(List.of(nobody)));
                accepted.put("leaveReason", "chia lại cụm");
                accepted.put("source", "Tờ trình");
                accepted.put("decision", Competition.newFounding());
                yield accepted;
            }
            case "opening", "closing", "reopening" -> new HashMap<>(Map.of("reason", "vì"));
            case "agenda" -> {
                var item = Competition.newAgendaItem("Khai mạc");
                item.put("unitId", nobody);
                yield Competition.newAgenda(List.of(item));
            }
            case "under-way" -> Competition.underWay(1);
            case "invitations" -> Competition.newInvitations();
            case "answer" -> Competition.newAnswer("CANNOT", "trùng lịch họp");
            case "inspections" -> Competition.newInspection(nobody, nobody);
            case "remedy" -> new HashMap<>(Map.of("remedy", "Đã gửi", "remediedOn", "2026-06-01"));
            case "key-tasks" -> Competition.newKeyTask(nobody, "2026-06-30");
            case "reviews" -> new HashMap<>(Map.of("conferenceId", nobody, "outcome", "DONE", "note", "Xong"));
            case "lineages" ->
                new HashMap<>(Map.of(
                        "kind", "MERGE",
                        "effectiveFrom", "2026-04-01",
                        "decision", "Nghị quyết",
                        "predecessors", List.of(nobody),
                        "successors", List.of(nobody),
                        "provenance", "LIVE",
                        "source", "Công báo"));
            default -> throw new IllegalArgumentException(endpoint);
        };
    }
}

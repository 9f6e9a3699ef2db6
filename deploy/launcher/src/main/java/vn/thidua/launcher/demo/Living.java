package vn.thidua.launcher.demo;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The block that people live through: what has to be there before its first day, and nothing they are to do themselves. */
final class Living {
    private final Api api;
    private final Names names;
    private final JsonNode file;

    Living(Api api, Names names, JsonNode file) {
        this.api = api;
        this.names = names;
        this.file = file;
    }

    /** The block with its season, meetings and rules, as far as cluster-service owns them. */
    void cluster(Records records) throws IOException, InterruptedException {
        records.cluster(file, names);
        String season = "/api/v1/seasons/" + season();
        if (api.get(season).path("state").asString().equals("PLANNED")) {
            api.create(
                    season + "/opening", JsonMapper.shared().createObjectNode().putNull("reason"));
        }
    }

    /** Its indicators, targets, reporting periods, the draft of its scoresheet, and the rule of the award it competes for. */
    void measures() throws IOException, InterruptedException {
        Shelf catalogue = Shelf.read(api, "/api/v1/indicators", "", "unitId", "code");
        for (JsonNode indicator : file.path("indicators")) {
            ObjectNode body = ((ObjectNode) indicator.deepCopy()).put("unitId", names.id("unit", "AB"));
            names.put(
                    "indicator",
                    indicator.path("code").asString(),
                    catalogue.ensure(body).id());
        }
        String season =
                names.id("season", file.path("seasons").path(0).path("name").asString());
        targets(season);
        Shelf periods = Shelf.read(api, "/api/v1/periods", "?seasonId=" + season, "kind");
        for (JsonNode period : file.path("periods")) {
            String id = periods.ensure(names.resolved(period)).id();
            names.put("period", period.path("kind").asString(), id);
        }
        Shelf sheets = Shelf.read(api, "/api/v1/scoresheets", "?seasonId=" + season, "title");
        for (JsonNode sheet : file.path("scoresheets")) {
            sheets.ensure(names.resolved(sheet));
        }
        Shelf awards = Shelf.read(api, "/api/v1/awards", "", "unitId", "code", "effectiveFrom");
        for (JsonNode award : file.path("awards")) {
            awards.ensure(names.resolved(award));
        }
    }

    private String season() {
        return names.id("season", file.path("seasons").path(0).path("name").asString());
    }

    /** All at once; what somebody wrote since is left as it is. */
    private void targets(String season) throws IOException, InterruptedException {
        String path = "/api/v1/targets/" + season;
        JsonNode sheet = api.get(path);
        if (sheet.path("targets").asLong() == 0) {
            ObjectNode body = JsonMapper.shared().createObjectNode();
            ArrayNode rows = body.putArray("rows");
            file.path("targets").forEach(target -> rows.add(names.resolved(target)));
            api.change(path, sheet.path("version").asLong(), body);
        }
    }

    /** Numbers of all members but one, as drafts: to try the rest with. Gives the number of reports. */
    int fillReports() throws IOException, InterruptedException {
        String cluster = only(
                "/api/v1/clusters?code=" + file.path("cluster").path("code").asString());
        String season = only("/api/v1/seasons?clusterId=" + cluster);
        for (JsonNode period : api.list("/api/v1/periods?seasonId=" + season)) {
            names.put(
                    "period", period.path("kind").asString(), period.path("id").asString());
        }
        for (JsonNode member : api.list("/api/v1/clusters/" + cluster + "/members?asOf=all")) {
            names.put(
                    "unit",
                    member.path("unitCode").asString(),
                    member.path("unitId").asString());
        }
        List<JsonNode> reports = file.path("reports").valueStream().toList();
        Together.each(reports, this::fill);
        return reports.size();
    }

    private String only(String path) throws IOException, InterruptedException {
        List<JsonNode> found = api.list(path);
        if (found.size() != 1) {
            throw new IOException("not one but " + found.size() + " at " + path);
        }
        return found.getFirst().path("id").asString();
    }

    private void fill(JsonNode wanted) throws IOException, InterruptedException {
        ObjectNode body = names.resolved(wanted);
        JsonNode values = body.remove("values");
        JsonNode grid = api.begin("/api/v1/reports", body);
        String path = "/api/v1/reports/" + grid.path("report").path("id").asString() + "/cells/";
        for (JsonNode row : grid.path("rows")) {
            JsonNode value = values.path(row.path("code").asString());
            JsonNode cell = row.path("cell");
            if (value.isNumber() && cell.path("value").isNull()) {
                ObjectNode change = JsonMapper.shared().createObjectNode();
                change.set("value", value);
                change.put("actuality", "ACTUAL")
                        .put("notApplicable", false)
                        .putNull("explanation")
                        .putNull("evidence");
                api.change(
                        path + row.path("indicatorId").asString(),
                        cell.path("version").asLong(),
                        change);
            }
        }
    }
}

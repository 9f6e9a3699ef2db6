package vn.thidua.launcher.demo;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Clusters entered after the fact, from one file for each document: first who competes, then what was reached and honoured. */
final class Records {
    private static final String SEASONS = "/api/v1/seasons";

    private final Api api;
    private final Names common;

    Records(Api api, Names common) {
        this.api = api;
        this.common = common;
    }

    /** The cluster, its members, seasons and meetings. */
    void cluster(JsonNode file, Names names) throws IOException, InterruptedException {
        ObjectNode body = names.resolved(file.path("cluster"));
        Shelf.Item cluster = Shelf.read(
                        api, "/api/v1/clusters", "?code=" + body.path("code").asString(), "code", "organiserId")
                .ensure(body);
        names.put("cluster", body.path("code").asString(), cluster.id());
        Shelf members = Shelf.below(
                cluster, api, "/api/v1/clusters/" + cluster.id() + "/members", "?asOf=all", "unitId", "from");
        for (JsonNode member : file.path("members")) {
            members.ensure(names.resolved(member));
        }
        seasons(file, names, cluster);
        new Conferences(api).load(file, names, cluster);
        for (JsonNode headship : file.path("headships")) {
            ofSeason(names, headship, "headships", "unitId");
        }
        for (JsonNode regulation : file.path("regulations")) {
            regulation(names, regulation);
        }
        listed(file, names, "keyTasks", "/api/v1/key-tasks", "kind", "text");
        listed(file, names, "movements", "/api/v1/movements", "launchedByUnitId", "name");
        listed(file, names, "compacts", "/api/v1/compacts", "title");
    }

    /** What the documents speak of, in the catalogue of their common organiser. */
    void indicators(JsonNode file) throws IOException, InterruptedException {
        Shelf catalogue = Shelf.read(api, "/api/v1/indicators", "", "unitId", "code");
        String unit = common.id("unit", file.path("unit").asString());
        for (JsonNode indicator : file.path("indicators")) {
            Shelf.Item item = catalogue.ensure(((ObjectNode) indicator.deepCopy()).put("unitId", unit));
            common.put("indicator", indicator.path("code").asString(), item.id());
        }
    }

    /** Figures, honours and drafts of scoresheets, for services that know the season by now. */
    void results(JsonNode file, Names names) throws IOException, InterruptedException {
        listed(file, names, "figures", "/api/v1/figures", "periodKind", "indicatorId", "subject", "unitId", "measure");
        listed(file, names, "honours", "/api/v1/honours", "awardName", "recipientText");
        listed(file, names, "scoresheets", "/api/v1/scoresheets", "title");
    }

    private void seasons(JsonNode file, Names names, Shelf.Item cluster) throws IOException, InterruptedException {
        Shelf shelf = Shelf.below(cluster, api, SEASONS, "?clusterId=" + cluster.id(), "name");
        for (JsonNode season : file.path("seasons")) {
            ObjectNode body = names.resolved(season).put("clusterId", cluster.id());
            names.put(
                    "season", season.path("name").asString(), shelf.ensure(body).id());
        }
    }

    private void ofSeason(Names names, JsonNode wanted, String list, String... key)
            throws IOException, InterruptedException {
        ObjectNode body = names.resolved(wanted);
        String path = SEASONS + "/" + body.remove("seasonId").asString() + "/" + list;
        Shelf.read(api, path, "", key).ensure(body);
    }

    /** Its first version; what people wrote since is theirs. */
    private void regulation(Names names, JsonNode wanted) throws IOException, InterruptedException {
        ObjectNode body = names.resolved(wanted);
        String season = SEASONS + "/" + body.remove("seasonId").asString();
        if (api.find(season + "/regulation").isEmpty()) {
            api.change(season + "/regulation", api.get(season).path("version").asLong(), body);
        }
    }

    /** A list that is asked for season by season. */
    private void listed(JsonNode file, Names names, String part, String path, String... key)
            throws IOException, InterruptedException {
        for (JsonNode season : file.path("seasons")) {
            String name = season.path("name").asString();
            List<JsonNode> wanted = part(file, part, name);
            if (!wanted.isEmpty()) {
                Shelf shelf = Shelf.read(api, path, "?seasonId=" + names.id("season", name), key);
                for (JsonNode one : wanted) {
                    shelf.ensure(names.resolved(one));
                }
            }
        }
    }

    private static List<JsonNode> part(JsonNode file, String part, String season) {
        return file.path(part)
                .valueStream()
                .filter(one -> one.path("season").asString().equals(season))
                .toList();
    }
}

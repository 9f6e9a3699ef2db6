package vn.thidua.launcher.demo;

import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one-time set-up: the topmost unit and the first administrator, who gives everyone else their mandates. */
public final class FirstSetUp {
    private FirstSetUp() {}

    /** The topmost unit, in the words of cluster-service's API. */
    public record Unit(String code, String name, String kind, String level, String validFrom) {}

    /** Takes cluster-service's address, the code, the unit and the administrator; false when it was done before. */
    public static boolean run(String clusterService, String code, Unit unit, String name, String subject)
            throws IOException, InterruptedException {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("code", code);
        body.set("unit", JsonMapper.shared().valueToTree(unit));
        ObjectNode administrator = body.putArray("administrators").addObject();
        administrator.put("name", name);
        administrator.putObject("account").put("kind", "PERSON").put("subject", subject);
        return Api.setUp(clusterService, body);
    }
}

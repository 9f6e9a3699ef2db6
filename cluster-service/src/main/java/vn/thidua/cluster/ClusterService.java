package vn.thidua.cluster;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.thidua.kit.operation.ServiceMain;

/** Who competes: units, people, mandates; later clusters, seasons, compacts, conferences. */
@SpringBootApplication
public class ClusterService {
    public static void main(String[] args) {
        ServiceMain.run(ClusterService.class, "cluster", args);
    }
}

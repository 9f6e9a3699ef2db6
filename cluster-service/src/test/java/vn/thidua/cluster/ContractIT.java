package vn.thidua.cluster;

import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Contract;

class ContractIT {
    @Test
    void theRunningApiIsTheOneInTheContract() {
        Contract.assertOpenApi(Province.instance().anonymous(), "cluster");
    }
}

package vn.thidua.award;

import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Contract;

/** What this service promises others: its API description. */
class ContractIT {
    private static final House HOUSE = House.instance();

    @Test
    void theRunningApiIsTheOneInTheContract() {
        Contract.assertOpenApi(HOUSE.service.api(), "award");
    }
}

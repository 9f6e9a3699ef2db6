package vn.thidua.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.TestPostgres;

class FairTransactionsIT {
    private final TestPostgres.Database database = TestPostgres.create("fair");

    @Test
    void whoAsksFirstBeginsFirst() throws InterruptedException {
        var transactions = transactions(connections(), Duration.ofSeconds(10));
        var begun = new CopyOnWriteArrayList<Integer>();
        var first = new CountDownLatch(1);
        var holder = holder(transactions, first);
        var others = new ArrayList<Thread>();
        for (int i = 0; i < 20; i++) {
            var number = i;
            var other = Thread.ofPlatform().start(() -> transactions.executeWithoutResult(_ -> begun.add(number)));
            Eventually.within(Duration.ofSeconds(5), "it waits", () -> other.getState() == Thread.State.TIMED_WAITING);
            others.add(other);
        }
        first.countDown();
        holder.join();
        for (var other : others) {
            other.join();
        }
        assertThat(begun).isEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void whoWaitsTooLongIsTurnedAwayAndAPlaceComesBackHoweverATransactionEnds() throws InterruptedException {
        var transactions = transactions(connections(), Duration.ofMillis(50));
        var first = new CountDownLatch(1);
        var holder = holder(transactions, first);
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {}))
                .isInstanceOf(CannotCreateTransactionException.class);
        first.countDown();
        holder.join();
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(transactions.<Integer>execute(_ -> 1)).isEqualTo(1);
    }

    @Test
    void aPlaceComesBackWhereThereIsNoConnection() {
        var nobody = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nobody?connectTimeout=1");
        var transactions = transactions(nobody, Duration.ofMillis(50));
        for (var _ : List.of(1, 2)) {
            assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {}))
                    .isInstanceOf(CannotCreateTransactionException.class)
                    .hasMessageContaining("JDBC Connection");
        }
    }

    /** Somebody who has begun, and ends when told. */
    private static Thread holder(TransactionTemplate transactions, CountDownLatch end) throws InterruptedException {
        var begun = new CountDownLatch(1);
        var holder = Thread.ofPlatform()
                .start(() -> transactions.executeWithoutResult(_ -> {
                    begun.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                }));
        begun.await();
        return holder;
    }

    private DataSource connections() {
        return new DriverManagerDataSource(database.url(), database.app(), database.password());
    }

    private static TransactionTemplate transactions(DataSource connections, Duration patience) {
        return new TransactionTemplate(new FairTransactions(connections, 1, patience));
    }
}

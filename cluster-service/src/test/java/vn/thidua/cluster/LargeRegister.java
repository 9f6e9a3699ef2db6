package vn.thidua.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A register of 50,000 invented units: a country, its provinces, their communes, and schools; each with a state before 2026 and one since. */
public final class LargeRegister {
    private LargeRegister() {}

    /** Unit {@code n} has the code {@code Un} and the id {@code md5(n)}; 1 is the country, 2 to 35 are provinces, to 3435 communes. */
    public static void fill(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            withoutTriggers(statement, """
                    insert into unit (id, code, kind, level)
                    select cast(md5(n::text) as uuid), 'U' || n,
                           case when n <= 3435 then 'ADMINISTRATION' else 'SCHOOL' end,
                           case when n = 1 then 'CENTRAL' when n <= 35 then 'PROVINCE' when n <= 3435 then 'COMMUNE' else 'NONE' end
                    from generate_series(1, 50000) n
                    """, """
                    insert into unit_state (unit_id, during, name, short_name, parent_id)
                    select cast(md5(n::text) as uuid), d,
                           case when n <= 35 then 'Tỉnh ' when n <= 3435 then 'Xã ' else 'Trường ' end
                           || (array['Đoàn Kết', 'Hòa Bình', 'Tân Lập', 'Đắk Hà', 'Nguyễn Huệ', 'Trưng Vương', 'Ngọc Réo'])[n % 7 + 1]
                           || ' ' || n || case when lower_inf(d) or lower(d) < date '2026-01-01' then ' cũ' else '' end,
                           'T' || n,
                           case when n = 1 then null when n <= 35 then cast(md5('1') as uuid)
                                when n <= 3435 then cast(md5((n % 34 + 2)::text) as uuid)
                                else cast(md5((n % 3400 + 36)::text) as uuid) end
                    from generate_series(1, 50000) n,
                         unnest(array[daterange('2000-01-01', '2026-01-01'), daterange('2026-01-01', null)]) d
                    """);
            statement.execute("vacuum analyze unit, unit_state");
        }
    }

    /** What triggers and foreign keys would say of each row is known here. */
    static void withoutTriggers(Statement statement, String... inserts) throws SQLException {
        statement.execute("set session_replication_role = replica");
        for (var insert : inserts) {
            statement.execute(insert);
        }
        statement.execute("set session_replication_role = origin");
    }
}

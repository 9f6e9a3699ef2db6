/** The embedded PostgreSQL: its binaries, its data folder, its databases and roles. */
@NullMarked
package vn.thidua.launcher.postgres;

import org.jspecify.annotations.NullMarked;

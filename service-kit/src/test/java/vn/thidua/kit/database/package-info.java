@NullMarked
package vn.thidua.kit.database;

import org.jspecify.annotations.NullMarked;

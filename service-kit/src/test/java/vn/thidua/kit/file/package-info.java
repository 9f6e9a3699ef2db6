@NullMarked
package vn.thidua.kit.file;

import org.jspecify.annotations.NullMarked;

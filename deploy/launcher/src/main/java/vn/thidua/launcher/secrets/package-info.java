/** What is generated once and must stay private. */
@NullMarked
package vn.thidua.launcher.secrets;

import org.jspecify.annotations.NullMarked;

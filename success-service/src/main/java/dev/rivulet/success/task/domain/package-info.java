/** Why a task is opened, in words. */
@NullMarked
package dev.rivulet.success.task.domain;

import org.jspecify.annotations.NullMarked;

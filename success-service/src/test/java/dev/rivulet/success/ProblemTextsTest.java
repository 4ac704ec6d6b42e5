package dev.rivulet.success;

import dev.rivulet.kit.testing.ProblemTextsContract;

class ProblemTextsTest extends ProblemTextsContract {}

; ModuleID = "backward"
target triple = "unknown-unknown-unknown"
target datalayout = ""

define void @"backward"(i64 %".1", i64 %".2", i64* %".3") nounwind
{
entry:
  %".83" = alloca float*, i64 12, align 64
  %".82" = alloca float, i64 96, align 64
  %".5" = getelementptr i64, i64* %".3", i64 0
  %".6" = load i64, i64* %".5"
  %".7" = getelementptr i64, i64* %".3", i64 1
  %".8" = load i64, i64* %".7"
  %".9" = getelementptr i64, i64* %".3", i64 2
  %".10" = load i64, i64* %".9"
  %".11" = getelementptr i64, i64* %".3", i64 3
  %".12" = load i64, i64* %".11"
  %".13" = getelementptr i64, i64* %".3", i64 4
  %".14" = load i64, i64* %".13"
  %".15" = getelementptr i64, i64* %".3", i64 5
  %".16" = load i64, i64* %".15"
  %".17" = getelementptr i64, i64* %".3", i64 6
  %".18" = load i64, i64* %".17"
  %".19" = getelementptr i64, i64* %".3", i64 7
  %".20" = load i64, i64* %".19"
  %".21" = getelementptr i64, i64* %".3", i64 8
  %".22" = load i64, i64* %".21"
  %".23" = getelementptr i64, i64* %".3", i64 9
  %".24" = load i64, i64* %".23"
  %".25" = inttoptr i64 %".24" to void (i64, i64*)*
  %".26" = getelementptr i64, i64* %".3", i64 10
  %".27" = load i64, i64* %".26"
  %".28" = inttoptr i64 %".27" to i64*
  %".29" = getelementptr i64, i64* %".3", i64 11
  %".30" = load i64, i64* %".29"
  %".31" = inttoptr i64 %".30" to i64*
  %".32" = getelementptr i64, i64* %".3", i64 12
  %".33" = load i64, i64* %".32"
  %".34" = inttoptr i64 %".33" to i64*
  %".35" = getelementptr i64, i64* %".3", i64 13
  %".36" = load i64, i64* %".35"
  %".37" = getelementptr i64, i64* %".3", i64 14
  %".38" = load i64, i64* %".37"
  %".39" = getelementptr i64, i64* %".3", i64 15
  %".40" = load i64, i64* %".39"
  %".41" = inttoptr i64 %".40" to float*
  %".42" = getelementptr i64, i64* %".3", i64 16
  %".43" = load i64, i64* %".42"
  %".44" = inttoptr i64 %".43" to float*
  %".45" = getelementptr i64, i64* %".3", i64 17
  %".46" = load i64, i64* %".45"
  %".47" = getelementptr i64, i64* %".3", i64 18
  %".48" = load i64, i64* %".47"
  %".49" = getelementptr i64, i64* %".3", i64 19
  %".50" = load i64, i64* %".49"
  %".51" = inttoptr i64 %".50" to float*
  %".52" = getelementptr i64, i64* %".3", i64 20
  %".53" = load i64, i64* %".52"
  %".54" = inttoptr i64 %".53" to float*
  %".55" = getelementptr i64, i64* %".3", i64 21
  %".56" = load i64, i64* %".55"
  %".57" = inttoptr i64 %".56" to float*
  %".58" = getelementptr i64, i64* %".3", i64 22
  %".59" = load i64, i64* %".58"
  %".60" = icmp ne i64 %".22", 0
  %".61" = ptrtoint i64* %".31" to i64
  %".62" = icmp ne i64 %".61", 0
  %".63" = mul i64 %".12", %".1"
  %".64" = udiv i64 %".63", %".2"
  %".65" = add i64 %".1", 1
  %".66" = mul i64 %".12", %".65"
  %".67" = udiv i64 %".66", %".2"
  %".68" = sub i64 %".67", %".64"
  %".69" = add i64 %".12", %".2"
  %".70" = add i64 %".69", -1
  %".71" = sub i64 %".70", %".1"
  %".72" = udiv i64 %".71", %".2"
  %".73" = select  i1 %".62", i64 %".72", i64 %".68"
  %".74" = select  i1 %".60", i64 %".12", i64 %".73"
  %".75" = select  i1 %".62", i64 %".1", i64 %".64"
  %".76" = select  i1 %".60", i64 0, i64 %".75"
  %".77" = xor i1 %".62", -1
  %".78" = or i1 %".60", %".77"
  %".79" = select  i1 %".78", i64 1, i64 %".2"
  %".80" = ptrtoint void (i64, i64, i64*)* null to i64
  %".81" = icmp ne i64 %".80", 0
  br label %"head"
head:
  %".85" = phi  i64 [0, %"entry"], [%".364", %"end.4.endif"]
  %".86" = icmp slt i64 %".85", %".8"
  br i1 %".86", label %"body", label %"end"
body:
  %".88" = mul i64 %".85", %".10"
  %".89" = sub i64 %".6", %".88"
  %".90" = add i64 %".89", 1
  br i1 %".62", label %"head.1", label %"active"
end:
  %".366" = icmp ne i64 %".36", 0
  br i1 %".366", label %"end.if", label %"end.endif"
head.1:
  %".92" = phi  i64 [%".74", %"body"], [%".95", %"length"]
  %".93" = icmp sgt i64 %".92", 0
  br i1 %".93", label %"length", label %"active"
length:
  %".95" = sub i64 %".92", 1
  %".96" = mul i64 %".95", %".79"
  %".97" = add i64 %".76", %".96"
  %".98" = getelementptr i64, i64* %".34", i64 %".97"
  %".99" = load i64, i64* %".98"
  %".100" = getelementptr i64, i64* %".31", i64 %".99"
  %".101" = load i64, i64* %".100"
  %".102" = icmp sle i64 %".101", %".89"
  br i1 %".102", label %"head.1", label %"active"
active:
  %".104" = phi  i64 [%".74", %"body"], [0, %"head.1"], [%".92", %"length"]
  br label %"head.2"
head.2:
  %".106" = phi  i64 [%".104", %"active"], [%".157", %"end.2"]
  %".107" = icmp slt i64 %".106", %".74"
  br i1 %".107", label %"body.1", label %"end.1"
body.1:
  %".109" = mul i64 %".106", %".79"
  %".110" = add i64 %".76", %".109"
  %".111" = getelementptr i64, i64* %".34", i64 %".110"
  %".112" = load i64, i64* %".111"
  %".113" = mul i64 %".90", %".12"
  %".114" = add i64 %".113", %".112"
  %".115" = mul i64 %".114", 1
  %".116" = add i64 %".115", 0
  %".117" = mul i64 %".116", %".14"
  %".118" = getelementptr float, float* %".44", i64 %".117"
  %".119" = sub i64 8, 1
  %".120" = add i64 %".14", %".119"
  %".121" = udiv i64 %".120", 8
  %".122" = mul i64 %".121", %".1"
  %".123" = udiv i64 %".122", %".2"
  %".124" = add i64 %".1", 1
  %".125" = mul i64 %".121", %".124"
  %".126" = udiv i64 %".125", %".2"
  %".127" = select  i1 %".60", i64 %".123", i64 0
  %".128" = select  i1 %".60", i64 %".126", i64 %".121"
  br label %"head.3"
end.1:
  %".159" = sub i64 8, 1
  %".160" = add i64 %".14", %".159"
  %".161" = udiv i64 %".160", 8
  %".162" = mul i64 %".161", %".1"
  %".163" = udiv i64 %".162", %".2"
  %".164" = add i64 %".1", 1
  %".165" = mul i64 %".161", %".164"
  %".166" = udiv i64 %".165", %".2"
  %".167" = select  i1 %".60", i64 %".163", i64 0
  %".168" = select  i1 %".60", i64 %".166", i64 %".161"
  br label %"head.5"
head.3:
  %".130" = phi  i64 [%".127", %"body.1"], [%".155", %"end.3"]
  %".131" = icmp slt i64 %".130", %".128"
  br i1 %".131", label %"body.2", label %"end.2"
body.2:
  %".133" = mul i64 %".130", 1
  %".134" = sub i64 8, 1
  %".135" = add i64 %".14", %".134"
  %".136" = udiv i64 %".135", 8
  %".137" = sub i64 %".136", %".133"
  %".138" = icmp slt i64 %".137", 1
  %".139" = select  i1 %".138", i64 %".137", i64 1
  br label %"head.4"
end.2:
  %".157" = add i64 %".106", 1
  br label %"head.2"
head.4:
  %".141" = phi  i64 [0, %"body.2"], [%".153", %"body.3"]
  %".142" = icmp slt i64 %".141", %".139"
  br i1 %".142", label %"body.3", label %"end.3"
body.3:
  %".144" = add i64 %".133", %".141"
  %".145" = mul i64 %".144", 8
  %".146" = sub i64 %".14", %".145"
  %".147" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".146", i32 0
  %".148" = shufflevector <8 x i64> %".147", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".149" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".148"
  %".150" = getelementptr float, float* %".118", i64 %".145"
  %".151" = bitcast float* %".150" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>, <8 x float>* %".151", i32 4, <8 x i1> %".149")
  %".153" = add i64 %".141", 1
  br label %"head.4"
end.3:
  %".155" = add i64 %".130", 1
  br label %"head.3"
head.5:
  %".170" = phi  i64 [%".167", %"end.1"], [%".357", %"end.5"]
  %".171" = icmp slt i64 %".170", %".168"
  br i1 %".171", label %"body.4", label %"end.4"
body.4:
  br label %"head.6"
end.4:
  %".359" = icmp sgt i64 %".2", 1
  %".360" = and i1 %".60", %".359"
  br i1 %".360", label %"end.4.if", label %"end.4.endif"
head.6:
  %".174" = phi  i64 [0, %"body.4"], [%".355", %"end.9"]
  %".175" = icmp slt i64 %".174", %".104"
  br i1 %".175", label %"block", label %"end.5"
block:
  %".177" = sub i64 %".104", %".174"
  %".178" = sub i64 12, 1
  %".179" = add i64 %".177", %".178"
  %".180" = udiv i64 %".179", 12
  %".181" = sub i64 %".180", 1
  %".182" = add i64 %".177", %".181"
  %".183" = udiv i64 %".182", %".180"
  %".184" = mul i64 %".170", 1
  %".185" = sub i64 8, 1
  %".186" = add i64 %".14", %".185"
  %".187" = udiv i64 %".186", 8
  %".188" = sub i64 %".187", %".184"
  %".189" = icmp slt i64 %".188", 1
  %".190" = select  i1 %".189", i64 %".188", i64 1
  br label %"head.7"
end.5:
  %".357" = add i64 %".170", 1
  br label %"head.5"
head.7:
  %".192" = phi  i64 [0, %"block"], [%".232", %"end.7"]
  %".193" = icmp slt i64 %".192", %".183"
  br i1 %".193", label %"body.5", label %"end.6"
body.5:
  %".195" = add i64 %".174", %".192"
  %".196" = mul i64 %".195", %".79"
  %".197" = add i64 %".76", %".196"
  %".198" = getelementptr i64, i64* %".34", i64 %".197"
  %".199" = load i64, i64* %".198"
  %".200" = mul i64 %".170", 1
  %".201" = sub i64 8, 1
  %".202" = add i64 %".14", %".201"
  %".203" = udiv i64 %".202", 8
  %".204" = sub i64 %".203", %".200"
  %".205" = icmp slt i64 %".204", 1
  %".206" = select  i1 %".205", i64 %".204", i64 1
  br label %"head.8"
end.6:
  br label %"head.9"
head.8:
  %".208" = phi  i64 [0, %"body.5"], [%".230", %"body.6"]
  %".209" = icmp slt i64 %".208", %".206"
  br i1 %".209", label %"body.6", label %"end.7"
body.6:
  %".211" = add i64 %".200", %".208"
  %".212" = mul i64 %".211", 8
  %".213" = sub i64 %".14", %".212"
  %".214" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".213", i32 0
  %".215" = shufflevector <8 x i64> %".214", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".216" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".215"
  %".217" = mul i64 %".90", %".46"
  %".218" = mul i64 %".199", %".48"
  %".219" = add i64 %".217", %".218"
  %".220" = add i64 %".219", %".212"
  %".221" = getelementptr float, float* %".51", i64 %".220"
  call void @"llvm.prefetch.p0"(float* %".221", i32 0, i32 3, i32 1)
  %".223" = mul i64 %".192", 1
  %".224" = add i64 %".223", 0
  %".225" = add i64 %".224", %".208"
  %".226" = mul i64 %".225", 8
  %".227" = getelementptr float, float* %".82", i64 %".226"
  %".228" = bitcast float* %".227" to <8 x float>*
  store <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>, <8 x float>* %".228", align 4
  %".230" = add i64 %".208", 1
  br label %"head.8"
end.7:
  %".232" = add i64 %".192", 1
  br label %"head.7"
head.9:
  %".235" = phi  i64 [0, %"end.6"], [%".252", %"body.7"]
  %".236" = icmp slt i64 %".235", %".183"
  br i1 %".236", label %"body.7", label %"end.8"
body.7:
  %".238" = add i64 %".174", %".235"
  %".239" = mul i64 %".238", %".79"
  %".240" = add i64 %".76", %".239"
  %".241" = getelementptr i64, i64* %".34", i64 %".240"
  %".242" = load i64, i64* %".241"
  %".243" = add i64 %".90", %".10"
  %".244" = mul i64 %".243", %".12"
  %".245" = add i64 %".244", %".242"
  %".246" = mul i64 %".245", 1
  %".247" = add i64 %".246", 0
  %".248" = mul i64 %".247", %".14"
  %".249" = getelementptr float, float* %".44", i64 %".248"
  %".250" = getelementptr float*, float** %".83", i64 %".235"
  store float* %".249", float** %".250"
  %".252" = add i64 %".235", 1
  br label %"head.9"
end.8:
  %".254" = getelementptr float, float* %".82", i64 0
  %".255" = add i64 %".6", 1
  %".256" = icmp ne i64 %".38", 0
  %".257" = icmp eq i64 %".90", %".255"
  %".258" = and i1 %".256", %".257"
  %".259" = select  i1 %".258", i64 0, i64 %".14"
  %".260" = mul i64 %".14", 8
  %".261" = icmp eq i64 %".59", 0
  %".262" = select  i1 %".261", i64 %".260", i64 8
  %".263" = select  i1 %".261", i64 8, i64 %".59"
  %".264" = mul i64 %".170", %".262"
  %".265" = getelementptr float, float* %".57", i64 %".264"
  %".266" = sub i64 %".190", 1
  %".267" = mul i64 %".266", 12
  %".268" = add i64 %".267", %".183"
  %".269" = add i64 %".268", -1
  %".270" = getelementptr [12 x void (float*, i64, i64, i64, float**, float*)*], [12 x void (float*, i64, i64, i64, float**, float*)*]* @"table_1_1_1", i64 0, i64 %".269"
  %".271" = load void (float*, i64, i64, i64, float**, float*)*, void (float*, i64, i64, i64, float**, float*)** %".270"
  call void %".271"(float* %".265", i64 %".263", i64 %".259", i64 1, float** %".83", float* %".254")
  br label %"head.10"
head.10:
  %".274" = phi  i64 [0, %"end.8"], [%".353", %"end.10"]
  %".275" = icmp slt i64 %".274", %".183"
  br i1 %".275", label %"body.8", label %"end.9"
body.8:
  %".277" = add i64 %".174", %".274"
  %".278" = mul i64 %".277", %".79"
  %".279" = add i64 %".76", %".278"
  %".280" = getelementptr i64, i64* %".34", i64 %".279"
  %".281" = load i64, i64* %".280"
  %".282" = mul i64 %".170", 1
  %".283" = sub i64 8, 1
  %".284" = add i64 %".14", %".283"
  %".285" = udiv i64 %".284", 8
  %".286" = sub i64 %".285", %".282"
  %".287" = icmp slt i64 %".286", 1
  %".288" = select  i1 %".287", i64 %".286", i64 1
  br label %"head.11"
end.9:
  %".355" = add i64 %".174", %".183"
  br label %"head.6"
head.11:
  %".290" = phi  i64 [0, %"body.8"], [%".351", %"body.9"]
  %".291" = icmp slt i64 %".290", %".288"
  br i1 %".291", label %"body.9", label %"end.10"
body.9:
  %".293" = add i64 %".282", %".290"
  %".294" = mul i64 %".293", 8
  %".295" = sub i64 %".14", %".294"
  %".296" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".295", i32 0
  %".297" = shufflevector <8 x i64> %".296", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".298" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".297"
  %".299" = mul i64 %".274", 1
  %".300" = add i64 %".299", 0
  %".301" = add i64 %".300", %".290"
  %".302" = mul i64 %".301", 8
  %".303" = getelementptr float, float* %".82", i64 %".302"
  %".304" = bitcast float* %".303" to <8 x float>*
  %".305" = load <8 x float>, <8 x float>* %".304", align 4
  %".306" = mul i64 %".281", %".14"
  %".307" = add i64 %".306", %".294"
  %".308" = getelementptr float, float* %".54", i64 %".307"
  %".309" = bitcast float* %".308" to <8 x float>*
  %".310" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".309", i32 4, <8 x i1> %".298", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".311" = fadd <8 x float> %".310", %".305"
  %".312" = mul i64 %".90", %".46"
  %".313" = mul i64 %".281", %".48"
  %".314" = add i64 %".312", %".313"
  %".315" = add i64 %".314", %".294"
  %".316" = getelementptr float, float* %".51", i64 %".315"
  %".317" = bitcast float* %".316" to <8 x float>*
  %".318" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".317", i32 4, <8 x i1> %".298", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".319" = fadd <8 x float> %".311", %".318"
  %".320" = sub i64 %".90", %".10"
  %".321" = sub i64 %".90", %".10"
  %".322" = sub i64 %".90", %".10"
  %".323" = sub i64 %".90", %".10"
  %".324" = mul i64 %".90", %".12"
  %".325" = add i64 %".324", %".281"
  %".326" = mul i64 %".325", %".18"
  %".327" = add i64 %".326", %".294"
  %".328" = getelementptr float, float* %".41", i64 %".327"
  %".329" = getelementptr float, float* %".328", i64 0
  %".330" = bitcast float* %".329" to <8 x float>*
  %".331" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".330", i32 4, <8 x i1> %".298", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".332" = fmul <8 x float> %".331", %".331"
  %".333" = fsub <8 x float> <float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000>, %".332"
  %".334" = fmul <8 x float> %".319", %".333"
  %".335" = mul i64 %".90", %".12"
  %".336" = add i64 %".335", %".281"
  %".337" = mul i64 %".336", 1
  %".338" = add i64 %".337", 0
  %".339" = mul i64 %".338", %".14"
  %".340" = getelementptr float, float* %".44", i64 %".339"
  %".341" = getelementptr float, float* %".340", i64 %".294"
  %".342" = bitcast float* %".341" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> %".334", <8 x float>* %".342", i32 4, <8 x i1> %".298")
  %".344" = mul i64 %".281", %".14"
  %".345" = add i64 %".344", %".294"
  %".346" = mul i64 %".281", %".14"
  %".347" = add i64 %".346", %".294"
  %".348" = getelementptr float, float* %".54", i64 %".347"
  %".349" = bitcast float* %".348" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>, <8 x float>* %".349", i32 4, <8 x i1> %".298")
  %".351" = add i64 %".290", 1
  br label %"head.11"
end.10:
  %".353" = add i64 %".274", 1
  br label %"head.10"
end.4.if:
  call void %".25"(i64 %".2", i64* %".28")
  br label %"end.4.endif"
end.4.endif:
  %".364" = add i64 %".85", 1
  br label %"head"
end.if:
  %".368" = sub i64 %".8", 1
  %".369" = mul i64 %".368", %".10"
  %".370" = sub i64 %".6", %".369"
  %".371" = add i64 %".370", 1
  %".372" = icmp slt i64 %".10", 0
  %".373" = and i1 %".62", %".372"
  %".374" = sub i64 8, 1
  %".375" = add i64 %".14", %".374"
  %".376" = udiv i64 %".375", 8
  %".377" = mul i64 %".376", %".1"
  %".378" = udiv i64 %".377", %".2"
  %".379" = add i64 %".1", 1
  %".380" = mul i64 %".376", %".379"
  %".381" = udiv i64 %".380", %".2"
  %".382" = select  i1 %".60", i64 %".378", i64 0
  %".383" = select  i1 %".60", i64 %".381", i64 %".376"
  br label %"head.12"
end.endif:
  ret void
head.12:
  %".385" = phi  i64 [%".382", %"end.if"], [%".535", %"end.12"]
  %".386" = icmp slt i64 %".385", %".383"
  br i1 %".386", label %"body.10", label %"end.11"
body.10:
  br label %"head.13"
end.11:
  br label %"end.endif"
head.13:
  %".389" = phi  i64 [0, %"body.10"], [%".533", %"end.16"]
  %".390" = icmp slt i64 %".389", %".74"
  br i1 %".390", label %"block.1", label %"end.12"
block.1:
  %".392" = sub i64 %".74", %".389"
  %".393" = sub i64 12, 1
  %".394" = add i64 %".392", %".393"
  %".395" = udiv i64 %".394", 12
  %".396" = sub i64 %".395", 1
  %".397" = add i64 %".392", %".396"
  %".398" = udiv i64 %".397", %".395"
  %".399" = mul i64 %".385", 1
  %".400" = sub i64 8, 1
  %".401" = add i64 %".14", %".400"
  %".402" = udiv i64 %".401", 8
  %".403" = sub i64 %".402", %".399"
  %".404" = icmp slt i64 %".403", 1
  %".405" = select  i1 %".404", i64 %".403", i64 1
  br label %"head.14"
end.12:
  %".535" = add i64 %".385", 1
  br label %"head.12"
head.14:
  %".407" = phi  i64 [0, %"block.1"], [%".447", %"end.14"]
  %".408" = icmp slt i64 %".407", %".398"
  br i1 %".408", label %"body.11", label %"end.13"
body.11:
  %".410" = add i64 %".389", %".407"
  %".411" = mul i64 %".410", %".79"
  %".412" = add i64 %".76", %".411"
  %".413" = getelementptr i64, i64* %".34", i64 %".412"
  %".414" = load i64, i64* %".413"
  %".415" = mul i64 %".385", 1
  %".416" = sub i64 8, 1
  %".417" = add i64 %".14", %".416"
  %".418" = udiv i64 %".417", 8
  %".419" = sub i64 %".418", %".415"
  %".420" = icmp slt i64 %".419", 1
  %".421" = select  i1 %".420", i64 %".419", i64 1
  br label %"head.15"
end.13:
  br label %"head.16"
head.15:
  %".423" = phi  i64 [0, %"body.11"], [%".445", %"body.12"]
  %".424" = icmp slt i64 %".423", %".421"
  br i1 %".424", label %"body.12", label %"end.14"
body.12:
  %".426" = add i64 %".415", %".423"
  %".427" = mul i64 %".426", 8
  %".428" = sub i64 %".14", %".427"
  %".429" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".428", i32 0
  %".430" = shufflevector <8 x i64> %".429", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".431" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".430"
  %".432" = mul i64 %".371", %".46"
  %".433" = mul i64 %".414", %".48"
  %".434" = add i64 %".432", %".433"
  %".435" = add i64 %".434", %".427"
  %".436" = getelementptr float, float* %".51", i64 %".435"
  call void @"llvm.prefetch.p0"(float* %".436", i32 0, i32 3, i32 1)
  %".438" = mul i64 %".407", 1
  %".439" = add i64 %".438", 0
  %".440" = add i64 %".439", %".423"
  %".441" = mul i64 %".440", 8
  %".442" = getelementptr float, float* %".82", i64 %".441"
  %".443" = bitcast float* %".442" to <8 x float>*
  store <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>, <8 x float>* %".443", align 4
  %".445" = add i64 %".423", 1
  br label %"head.15"
end.14:
  %".447" = add i64 %".407", 1
  br label %"head.14"
head.16:
  %".450" = phi  i64 [0, %"end.13"], [%".471", %"body.13"]
  %".451" = icmp slt i64 %".450", %".398"
  br i1 %".451", label %"body.13", label %"end.15"
body.13:
  %".453" = add i64 %".389", %".450"
  %".454" = mul i64 %".453", %".79"
  %".455" = add i64 %".76", %".454"
  %".456" = getelementptr i64, i64* %".34", i64 %".455"
  %".457" = load i64, i64* %".456"
  %".458" = add i64 %".371", %".10"
  %".459" = select  i1 %".373", i64* %".31", i64* %".34"
  %".460" = getelementptr i64, i64* %".459", i64 %".457"
  %".461" = load i64, i64* %".460"
  %".462" = select  i1 %".373", i64 %".461", i64 %".371"
  %".463" = mul i64 %".462", %".12"
  %".464" = add i64 %".463", %".457"
  %".465" = mul i64 %".464", 1
  %".466" = add i64 %".465", 0
  %".467" = mul i64 %".466", %".14"
  %".468" = getelementptr float, float* %".44", i64 %".467"
  %".469" = getelementptr float*, float** %".83", i64 %".450"
  store float* %".468", float** %".469"
  %".471" = add i64 %".450", 1
  br label %"head.16"
end.15:
  %".473" = getelementptr float, float* %".82", i64 0
  %".474" = mul i64 %".14", 8
  %".475" = icmp eq i64 %".59", 0
  %".476" = select  i1 %".475", i64 %".474", i64 8
  %".477" = select  i1 %".475", i64 8, i64 %".59"
  %".478" = mul i64 %".385", %".476"
  %".479" = getelementptr float, float* %".57", i64 %".478"
  %".480" = sub i64 %".405", 1
  %".481" = mul i64 %".480", 12
  %".482" = add i64 %".481", %".398"
  %".483" = add i64 %".482", -1
  %".484" = getelementptr [12 x void (float*, i64, i64, i64, float**, float*)*], [12 x void (float*, i64, i64, i64, float**, float*)*]* @"table_1_1_1", i64 0, i64 %".483"
  %".485" = load void (float*, i64, i64, i64, float**, float*)*, void (float*, i64, i64, i64, float**, float*)** %".484"
  call void %".485"(float* %".479", i64 %".477", i64 %".14", i64 1, float** %".83", float* %".473")
  br label %"head.17"
head.17:
  %".488" = phi  i64 [0, %"end.15"], [%".531", %"end.17"]
  %".489" = icmp slt i64 %".488", %".398"
  br i1 %".489", label %"body.14", label %"end.16"
body.14:
  %".491" = add i64 %".389", %".488"
  %".492" = mul i64 %".491", %".79"
  %".493" = add i64 %".76", %".492"
  %".494" = getelementptr i64, i64* %".34", i64 %".493"
  %".495" = load i64, i64* %".494"
  %".496" = mul i64 %".385", 1
  %".497" = sub i64 8, 1
  %".498" = add i64 %".14", %".497"
  %".499" = udiv i64 %".498", 8
  %".500" = sub i64 %".499", %".496"
  %".501" = icmp slt i64 %".500", 1
  %".502" = select  i1 %".501", i64 %".500", i64 1
  br label %"head.18"
end.16:
  %".533" = add i64 %".389", %".398"
  br label %"head.13"
head.18:
  %".504" = phi  i64 [0, %"body.14"], [%".529", %"body.15"]
  %".505" = icmp slt i64 %".504", %".502"
  br i1 %".505", label %"body.15", label %"end.17"
body.15:
  %".507" = add i64 %".496", %".504"
  %".508" = mul i64 %".507", 8
  %".509" = sub i64 %".14", %".508"
  %".510" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".509", i32 0
  %".511" = shufflevector <8 x i64> %".510", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".512" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".511"
  %".513" = mul i64 %".488", 1
  %".514" = add i64 %".513", 0
  %".515" = add i64 %".514", %".504"
  %".516" = mul i64 %".515", 8
  %".517" = getelementptr float, float* %".82", i64 %".516"
  %".518" = bitcast float* %".517" to <8 x float>*
  %".519" = load <8 x float>, <8 x float>* %".518", align 4
  %".520" = mul i64 %".495", %".14"
  %".521" = add i64 %".520", %".508"
  %".522" = getelementptr float, float* %".54", i64 %".521"
  %".523" = bitcast float* %".522" to <8 x float>*
  %".524" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".523", i32 4, <8 x i1> %".512", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".525" = fadd <8 x float> %".524", %".519"
  %".526" = getelementptr float, float* %".54", i64 %".521"
  %".527" = bitcast float* %".526" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> %".525", <8 x float>* %".527", i32 4, <8 x i1> %".512")
  %".529" = add i64 %".504", 1
  br label %"head.18"
end.17:
  %".531" = add i64 %".488", 1
  br label %"head.17"
}

declare void @"llvm.masked.store.v8f32.p0"(<8 x float> %".1", <8 x float>* %".2", i32 %".3", <8 x i1> %".4")

declare void @"llvm.prefetch.p0"(float* %".1", i32 %".2", i32 %".3", i32 %".4")

define internal void @"sums_1_1_1_1_1"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float, float* %".6", i64 0
  %".11" = bitcast float* %".10" to <8 x float>*
  %".12" = load <8 x float>, <8 x float>* %".11", align 4
  %".13" = icmp slt i64 0, %".3"
  br i1 %".13", label %"sum", label %"end"
sum:
  %".15" = phi  i64 [0, %"entry"], [%".28", %"sum"]
  %".16" = phi  i64 [0, %"entry"], [%".29", %"sum"]
  %".17" = phi  i64 [0, %"entry"], [%".30", %"sum"]
  %".18" = phi  <8 x float> [%".12", %"entry"], [%".27", %"sum"]
  %".19" = add i64 %".17", 0
  %".20" = getelementptr float, float* %".1", i64 %".19"
  %".21" = bitcast float* %".20" to <8 x float>*
  %".22" = load <8 x float>, <8 x float>* %".21", align 4
  %".23" = getelementptr float, float* %".9", i64 %".16"
  %".24" = load float, float* %".23"
  %".25" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".24", i32 0
  %".26" = shufflevector <8 x float> %".25", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".27" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".22", <8 x float> %".26", <8 x float> %".18")
  %".28" = add i64 %".15", 1
  %".29" = add i64 %".16", %".4"
  %".30" = add i64 %".17", %".2"
  %".31" = icmp slt i64 %".28", %".3"
  br i1 %".31", label %"sum", label %"end"
end:
  %".33" = phi  <8 x float> [%".12", %"entry"], [%".27", %"sum"]
  store <8 x float> %".33", <8 x float>* %".11", align 4
  ret void
}

declare <8 x float> @"llvm.fma.v8f32"(<8 x float> %".1", <8 x float> %".2", <8 x float> %".3")

define internal void @"sums_1_1_1_1_2"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float*, float** %".5", i64 1
  %".11" = load float*, float** %".10"
  %".12" = getelementptr float, float* %".6", i64 0
  %".13" = bitcast float* %".12" to <8 x float>*
  %".14" = getelementptr float, float* %".6", i64 8
  %".15" = bitcast float* %".14" to <8 x float>*
  %".16" = load <8 x float>, <8 x float>* %".13", align 4
  %".17" = load <8 x float>, <8 x float>* %".15", align 4
  %".18" = icmp slt i64 0, %".3"
  br i1 %".18", label %"sum", label %"end"
sum:
  %".20" = phi  i64 [0, %"entry"], [%".39", %"sum"]
  %".21" = phi  i64 [0, %"entry"], [%".40", %"sum"]
  %".22" = phi  i64 [0, %"entry"], [%".41", %"sum"]
  %".23" = phi  <8 x float> [%".16", %"entry"], [%".33", %"sum"]
  %".24" = phi  <8 x float> [%".17", %"entry"], [%".38", %"sum"]
  %".25" = add i64 %".22", 0
  %".26" = getelementptr float, float* %".1", i64 %".25"
  %".27" = bitcast float* %".26" to <8 x float>*
  %".28" = load <8 x float>, <8 x float>* %".27", align 4
  %".29" = getelementptr float, float* %".9", i64 %".21"
  %".30" = load float, float* %".29"
  %".31" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".30", i32 0
  %".32" = shufflevector <8 x float> %".31", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".33" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".28", <8 x float> %".32", <8 x float> %".23")
  %".34" = getelementptr float, float* %".11", i64 %".21"
  %".35" = load float, float* %".34"
  %".36" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".35", i32 0
  %".37" = shufflevector <8 x float> %".36", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".38" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".28", <8 x float> %".37", <8 x float> %".24")
  %".39" = add i64 %".20", 1
  %".40" = add i64 %".21", %".4"
  %".41" = add i64 %".22", %".2"
  %".42" = icmp slt i64 %".39", %".3"
  br i1 %".42", label %"sum", label %"end"
end:
  %".44" = phi  <8 x float> [%".16", %"entry"], [%".33", %"sum"]
  %".45" = phi  <8 x float> [%".17", %"entry"], [%".38", %"sum"]
  store <8 x float> %".44", <8 x float>* %".13", align 4
  store <8 x float> %".45", <8 x float>* %".15", align 4
  ret void
}

define internal void @"sums_1_1_1_1_3"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float*, float** %".5", i64 1
  %".11" = load float*, float** %".10"
  %".12" = getelementptr float*, float** %".5", i64 2
  %".13" = load float*, float** %".12"
  %".14" = getelementptr float, float* %".6", i64 0
  %".15" = bitcast float* %".14" to <8 x float>*
  %".16" = getelementptr float, float* %".6", i64 8
  %".17" = bitcast float* %".16" to <8 x float>*
  %".18" = getelementptr float, float* %".6", i64 16
  %".19" = bitcast float* %".18" to <8 x float>*
  %".20" = load <8 x float>, <8 x float>* %".15", align 4
  %".21" = load <8 x float>, <8 x float>* %".17", align 4
  %".22" = load <8 x float>, <8 x float>* %".19", align 4
  %".23" = icmp slt i64 0, %".3"
  br i1 %".23", label %"sum", label %"end"
sum:
  %".25" = phi  i64 [0, %"entry"], [%".50", %"sum"]
  %".26" = phi  i64 [0, %"entry"], [%".51", %"sum"]
  %".27" = phi  i64 [0, %"entry"], [%".52", %"sum"]
  %".28" = phi  <8 x float> [%".20", %"entry"], [%".39", %"sum"]
  %".29" = phi  <8 x float> [%".21", %"entry"], [%".44", %"sum"]
  %".30" = phi  <8 x float> [%".22", %"entry"], [%".49", %"sum"]
  %".31" = add i64 %".27", 0
  %".32" = getelementptr float, float* %".1", i64 %".31"
  %".33" = bitcast float* %".32" to <8 x float>*
  %".34" = load <8 x float>, <8 x float>* %".33", align 4
  %".35" = getelementptr float, float* %".9", i64 %".26"
  %".36" = load float, float* %".35"
  %".37" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".36", i32 0
  %".38" = shufflevector <8 x float> %".37", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".39" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".34", <8 x float> %".38", <8 x float> %".28")
  %".40" = getelementptr float, float* %".11", i64 %".26"
  %".41" = load float, float* %".40"
  %".42" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".41", i32 0
  %".43" = shufflevector <8 x float> %".42", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".44" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".34", <8 x float> %".43", <8 x float> %".29")
  %".45" = getelementptr float, float* %".13", i64 %".26"
  %".46" = load float, float* %".45"
  %".47" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".46", i32 0
  %".48" = shufflevector <8 x float> %".47", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".49" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".34", <8 x float> %".48", <8 x float> %".30")
  %".50" = add i64 %".25", 1
  %".51" = add i64 %".26", %".4"
  %".52" = add i64 %".27", %".2"
  %".53" = icmp slt i64 %".50", %".3"
  br i1 %".53", label %"sum", label %"end"
end:
  %".55" = phi  <8 x float> [%".20", %"entry"], [%".39", %"sum"]
  %".56" = phi  <8 x float> [%".21", %"entry"], [%".44", %"sum"]
  %".57" = phi  <8 x float> [%".22", %"entry"], [%".49", %"sum"]
  store <8 x float> %".55", <8 x float>* %".15", align 4
  store <8 x float> %".56", <8 x float>* %".17", align 4
  store <8 x float> %".57", <8 x float>* %".19", align 4
  ret void
}

define internal void @"sums_1_1_1_1_4"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float*, float** %".5", i64 1
  %".11" = load float*, float** %".10"
  %".12" = getelementptr float*, float** %".5", i64 2
  %".13" = load float*, float** %".12"
  %".14" = getelementptr float*, float** %".5", i64 3
  %".15" = load float*, float** %".14"
  %".16" = getelementptr float, float* %".6", i64 0
  %".17" = bitcast float* %".16" to <8 x float>*
  %".18" = getelementptr float, float* %".6", i64 8
  %".19" = bitcast float* %".18" to <8 x float>*
  %".20" = getelementptr float, float* %".6", i64 16
  %".21" = bitcast float* %".20" to <8 x float>*
  %".22" = getelementptr float, float* %".6", i64 24
  %".23" = bitcast float* %".22" to <8 x float>*
  %".24" = load <8 x float>, <8 x float>* %".17", align 4
  %".25" = load <8 x float>, <8 x float>* %".19", align 4
  %".26" = load <8 x float>, <8 x float>* %".21", align 4
  %".27" = load <8 x float>, <8 x float>* %".23", align 4
  %".28" = icmp slt i64 0, %".3"
  br i1 %".28", label %"sum", label %"end"
sum:
  %".30" = phi  i64 [0, %"entry"], [%".61", %"sum"]
  %".31" = phi  i64 [0, %"entry"], [%".62", %"sum"]
  %".32" = phi  i64 [0, %"entry"], [%".63", %"sum"]
  %".33" = phi  <8 x float> [%".24", %"entry"], [%".45", %"sum"]
  %".34" = phi  <8 x float> [%".25", %"entry"], [%".50", %"sum"]
  %".35" = phi  <8 x float> [%".26", %"entry"], [%".55", %"sum"]
  %".36" = phi  <8 x float> [%".27", %"entry"], [%".60", %"sum"]
  %".37" = add i64 %".32", 0
  %".38" = getelementptr float, float* %".1", i64 %".37"
  %".39" = bitcast float* %".38" to <8 x float>*
  %".40" = load <8 x float>, <8 x float>* %".39", align 4
  %".41" = getelementptr float, float* %".9", i64 %".31"
  %".42" = load float, float* %".41"
  %".43" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".42", i32 0
  %".44" = shufflevector <8 x float> %".43", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".45" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".40", <8 x float> %".44", <8 x float> %".33")
  %".46" = getelementptr float, float* %".11", i64 %".31"
  %".47" = load float, float* %".46"
  %".48" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".47", i32 0
  %".49" = shufflevector <8 x float> %".48", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".50" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".40", <8 x float> %".49", <8 x float> %".34")
  %".51" = getelementptr float, float* %".13", i64 %".31"
  %".52" = load float, float* %".51"
  %".53" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".52", i32 0
  %".54" = shufflevector <8 x float> %".53", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".55" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".40", <8 x float> %".54", <8 x float> %".35")
  %".56" = getelementptr float, float* %".15", i64 %".31"
  %".57" = load float, float* %".56"
  %".58" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".57", i32 0
  %".59" = shufflevector <8 x float> %".58", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".60" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".40", <8 x float> %".59", <8 x float> %".36")
  %".61" = add i64 %".30", 1
  %".62" = add i64 %".31", %".4"
  %".63" = add i64 %".32", %".2"
  %".64" = icmp slt i64 %".61", %".3"
  br i1 %".64", label %"sum", label %"end"
end:
  %".66" = phi  <8 x float> [%".24", %"entry"], [%".45", %"sum"]
  %".67" = phi  <8 x float> [%".25", %"entry"], [%".50", %"sum"]
  %".68" = phi  <8 x float> [%".26", %"entry"], [%".55", %"sum"]
  %".69" = phi  <8 x float> [%".27", %"entry"], [%".60", %"sum"]
  store <8 x float> %".66", <8 x float>* %".17", align 4
  store <8 x float> %".67", <8 x float>* %".19", align 4
  store <8 x float> %".68", <8 x float>* %".21", align 4
  store <8 x float> %".69", <8 x float>* %".23", align 4
  ret void
}

define internal void @"sums_1_1_1_1_5"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float*, float** %".5", i64 1
  %".11" = load float*, float** %".10"
  %".12" = getelementptr float*, float** %".5", i64 2
  %".13" = load float*, float** %".12"
  %".14" = getelementptr float*, float** %".5", i64 3
  %".15" = load float*, float** %".14"
  %".16" = getelementptr float*, float** %".5", i64 4
  %".17" = load float*, float** %".16"
  %".18" = getelementptr float, float* %".6", i64 0
  %".19" = bitcast float* %".18" to <8 x float>*
  %".20" = getelementptr float, float* %".6", i64 8
  %".21" = bitcast float* %".20" to <8 x float>*
  %".22" = getelementptr float, float* %".6", i64 16
  %".23" = bitcast float* %".22" to <8 x float>*
  %".24" = getelementptr float, float* %".6", i64 24
  %".25" = bitcast float* %".24" to <8 x float>*
  %".26" = getelementptr float, float* %".6", i64 32
  %".27" = bitcast float* %".26" to <8 x float>*
  %".28" = load <8 x float>, <8 x float>* %".19", align 4
  %".29" = load <8 x float>, <8 x float>* %".21", align 4
  %".30" = load <8 x float>, <8 x float>* %".23", align 4
  %".31" = load <8 x float>, <8 x float>* %".25", align 4
  %".32" = load <8 x float>, <8 x float>* %".27", align 4
  %".33" = icmp slt i64 0, %".3"
  br i1 %".33", label %"sum", label %"end"
sum:
  %".35" = phi  i64 [0, %"entry"], [%".72", %"sum"]
  %".36" = phi  i64 [0, %"entry"], [%".73", %"sum"]
  %".37" = phi  i64 [0, %"entry"], [%".74", %"sum"]
  %".38" = phi  <8 x float> [%".28", %"entry"], [%".51", %"sum"]
  %".39" = phi  <8 x float> [%".29", %"entry"], [%".56", %"sum"]
  %".40" = phi  <8 x float> [%".30", %"entry"], [%".61", %"sum"]
  %".41" = phi  <8 x float> [%".31", %"entry"], [%".66", %"sum"]
  %".42" = phi  <8 x float> [%".32", %"entry"], [%".71", %"sum"]
  %".43" = add i64 %".37", 0
  %".44" = getelementptr float, float* %".1", i64 %".43"
  %".45" = bitcast float* %".44" to <8 x float>*
  %".46" = load <8 x float>, <8 x float>* %".45", align 4
  %".47" = getelementptr float, float* %".9", i64 %".36"
  %".48" = load float, float* %".47"
  %".49" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".48", i32 0
  %".50" = shufflevector <8 x float> %".49", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".51" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".46", <8 x float> %".50", <8 x float> %".38")
  %".52" = getelementptr float, float* %".11", i64 %".36"
  %".53" = load float, float* %".52"
  %".54" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".53", i32 0
  %".55" = shufflevector <8 x float> %".54", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".56" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".46", <8 x float> %".55", <8 x float> %".39")
  %".57" = getelementptr float, float* %".13", i64 %".36"
  %".58" = load float, float* %".57"
  %".59" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".58", i32 0
  %".60" = shufflevector <8 x float> %".59", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".61" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".46", <8 x float> %".60", <8 x float> %".40")
  %".62" = getelementptr float, float* %".15", i64 %".36"
  %".63" = load float, float* %".62"
  %".64" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".63", i32 0
  %".65" = shufflevector <8 x float> %".64", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".66" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".46", <8 x float> %".65", <8 x float> %".41")
  %".67" = getelementptr float, float* %".17", i64 %".36"
  %".68" = load float, float* %".67"
  %".69" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".68", i32 0
  %".70" = shufflevector <8 x float> %".69", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".71" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".46", <8 x float> %".70", <8 x float> %".42")
  %".72" = add i64 %".35", 1
  %".73" = add i64 %".36", %".4"
  %".74" = add i64 %".37", %".2"
  %".75" = icmp slt i64 %".72", %".3"
  br i1 %".75", label %"sum", label %"end"
end:
  %".77" = phi  <8 x float> [%".28", %"entry"], [%".51", %"sum"]
  %".78" = phi  <8 x float> [%".29", %"entry"], [%".56", %"sum"]
  %".79" = phi  <8 x float> [%".30", %"entry"], [%".61", %"sum"]
  %".80" = phi  <8 x float> [%".31", %"entry"], [%".66", %"sum"]
  %".81" = phi  <8 x float> [%".32", %"entry"], [%".71", %"sum"]
  store <8 x float> %".77", <8 x float>* %".19", align 4
  store <8 x float> %".78", <8 x float>* %".21", align 4
  store <8 x float> %".79", <8 x float>* %".23", align 4
  store <8 x float> %".80", <8 x float>* %".25", align 4
  store <8 x float> %".81", <8 x float>* %".27", align 4
  ret void
}

define internal void @"sums_1_1_1_1_6"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float*, float** %".5", i64 1
  %".11" = load float*, float** %".10"
  %".12" = getelementptr float*, float** %".5", i64 2
  %".13" = load float*, float** %".12"
  %".14" = getelementptr float*, float** %".5", i64 3
  %".15" = load float*, float** %".14"
  %".16" = getelementptr float*, float** %".5", i64 4
  %".17" = load float*, float** %".16"
  %".18" = getelementptr float*, float** %".5", i64 5
  %".19" = load float*, float** %".18"
  %".20" = getelementptr float, float* %".6", i64 0
  %".21" = bitcast float* %".20" to <8 x float>*
  %".22" = getelementptr float, float* %".6", i64 8
  %".23" = bitcast float* %".22" to <8 x float>*
  %".24" = getelementptr float, float* %".6", i64 16
  %".25" = bitcast float* %".24" to <8 x float>*
  %".26" = getelementptr float, float* %".6", i64 24
  %".27" = bitcast float* %".26" to <8 x float>*
  %".28" = getelementptr float, float* %".6", i64 32
  %".29" = bitcast float* %".28" to <8 x float>*
  %".30" = getelementptr float, float* %".6", i64 40
  %".31" = bitcast float* %".30" to <8 x float>*
  %".32" = load <8 x float>, <8 x float>* %".21", align 4
  %".33" = load <8 x float>, <8 x float>* %".23", align 4
  %".34" = load <8 x float>, <8 x float>* %".25", align 4
  %".35" = load <8 x float>, <8 x float>* %".27", align 4
  %".36" = load <8 x float>, <8 x float>* %".29", align 4
  %".37" = load <8 x float>, <8 x float>* %".31", align 4
  %".38" = icmp slt i64 0, %".3"
  br i1 %".38", label %"sum", label %"end"
sum:
  %".40" = phi  i64 [0, %"entry"], [%".83", %"sum"]
  %".41" = phi  i64 [0, %"entry"], [%".84", %"sum"]
  %".42" = phi  i64 [0, %"entry"], [%".85", %"sum"]
  %".43" = phi  <8 x float> [%".32", %"entry"], [%".57", %"sum"]
  %".44" = phi  <8 x float> [%".33", %"entry"], [%".62", %"sum"]
  %".45" = phi  <8 x float> [%".34", %"entry"], [%".67", %"sum"]
  %".46" = phi  <8 x float> [%".35", %"entry"], [%".72", %"sum"]
  %".47" = phi  <8 x float> [%".36", %"entry"], [%".77", %"sum"]
  %".48" = phi  <8 x float> [%".37", %"entry"], [%".82", %"sum"]
  %".49" = add i64 %".42", 0
  %".50" = getelementptr float, float* %".1", i64 %".49"
  %".51" = bitcast float* %".50" to <8 x float>*
  %".52" = load <8 x float>, <8 x float>* %".51", align 4
  %".53" = getelementptr float, float* %".9", i64 %".41"
  %".54" = load float, float* %".53"
  %".55" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".54", i32 0
  %".56" = shufflevector <8 x float> %".55", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".57" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".52", <8 x float> %".56", <8 x float> %".43")
  %".58" = getelementptr float, float* %".11", i64 %".41"
  %".59" = load float, float* %".58"
  %".60" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".59", i32 0
  %".61" = shufflevector <8 x float> %".60", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".62" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".52", <8 x float> %".61", <8 x float> %".44")
  %".63" = getelementptr float, float* %".13", i64 %".41"
  %".64" = load float, float* %".63"
  %".65" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".64", i32 0
  %".66" = shufflevector <8 x float> %".65", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".67" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".52", <8 x float> %".66", <8 x float> %".45")
  %".68" = getelementptr float, float* %".15", i64 %".41"
  %".69" = load float, float* %".68"
  %".70" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".69", i32 0
  %".71" = shufflevector <8 x float> %".70", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".72" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".52", <8 x float> %".71", <8 x float> %".46")
  %".73" = getelementptr float, float* %".17", i64 %".41"
  %".74" = load float, float* %".73"
  %".75" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".74", i32 0
  %".76" = shufflevector <8 x float> %".75", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".77" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".52", <8 x float> %".76", <8 x float> %".47")
  %".78" = getelementptr float, float* %".19", i64 %".41"
  %".79" = load float, float* %".78"
  %".80" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".79", i32 0
  %".81" = shufflevector <8 x float> %".80", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".82" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".52", <8 x float> %".81", <8 x float> %".48")
  %".83" = add i64 %".40", 1
  %".84" = add i64 %".41", %".4"
  %".85" = add i64 %".42", %".2"
  %".86" = icmp slt i64 %".83", %".3"
  br i1 %".86", label %"sum", label %"end"
end:
  %".88" = phi  <8 x float> [%".32", %"entry"], [%".57", %"sum"]
  %".89" = phi  <8 x float> [%".33", %"entry"], [%".62", %"sum"]
  %".90" = phi  <8 x float> [%".34", %"entry"], [%".67", %"sum"]
  %".91" = phi  <8 x float> [%".35", %"entry"], [%".72", %"sum"]
  %".92" = phi  <8 x float> [%".36", %"entry"], [%".77", %"sum"]
  %".93" = phi  <8 x float> [%".37", %"entry"], [%".82", %"sum"]
  store <8 x float> %".88", <8 x float>* %".21", align 4
  store <8 x float> %".89", <8 x float>* %".23", align 4
  store <8 x float> %".90", <8 x float>* %".25", align 4
  store <8 x float> %".91", <8 x float>* %".27", align 4
  store <8 x float> %".92", <8 x float>* %".29", align 4
  store <8 x float> %".93", <8 x float>* %".31", align 4
  ret void
}

define internal void @"sums_1_1_1_1_7"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float*, float** %".5", i64 1
  %".11" = load float*, float** %".10"
  %".12" = getelementptr float*, float** %".5", i64 2
  %".13" = load float*, float** %".12"
  %".14" = getelementptr float*, float** %".5", i64 3
  %".15" = load float*, float** %".14"
  %".16" = getelementptr float*, float** %".5", i64 4
  %".17" = load float*, float** %".16"
  %".18" = getelementptr float*, float** %".5", i64 5
  %".19" = load float*, float** %".18"
  %".20" = getelementptr float*, float** %".5", i64 6
  %".21" = load float*, float** %".20"
  %".22" = getelementptr float, float* %".6", i64 0
  %".23" = bitcast float* %".22" to <8 x float>*
  %".24" = getelementptr float, float* %".6", i64 8
  %".25" = bitcast float* %".24" to <8 x float>*
  %".26" = getelementptr float, float* %".6", i64 16
  %".27" = bitcast float* %".26" to <8 x float>*
  %".28" = getelementptr float, float* %".6", i64 24
  %".29" = bitcast float* %".28" to <8 x float>*
  %".30" = getelementptr float, float* %".6", i64 32
  %".31" = bitcast float* %".30" to <8 x float>*
  %".32" = getelementptr float, float* %".6", i64 40
  %".33" = bitcast float* %".32" to <8 x float>*
  %".34" = getelementptr float, float* %".6", i64 48
  %".35" = bitcast float* %".34" to <8 x float>*
  %".36" = load <8 x float>, <8 x float>* %".23", align 4
  %".37" = load <8 x float>, <8 x float>* %".25", align 4
  %".38" = load <8 x float>, <8 x float>* %".27", align 4
  %".39" = load <8 x float>, <8 x float>* %".29", align 4
  %".40" = load <8 x float>, <8 x float>* %".31", align 4
  %".41" = load <8 x float>, <8 x float>* %".33", align 4
  %".42" = load <8 x float>, <8 x float>* %".35", align 4
  %".43" = icmp slt i64 0, %".3"
  br i1 %".43", label %"sum", label %"end"
sum:
  %".45" = phi  i64 [0, %"entry"], [%".94", %"sum"]
  %".46" = phi  i64 [0, %"entry"], [%".95", %"sum"]
  %".47" = phi  i64 [0, %"entry"], [%".96", %"sum"]
  %".48" = phi  <8 x float> [%".36", %"entry"], [%".63", %"sum"]
  %".49" = phi  <8 x float> [%".37", %"entry"], [%".68", %"sum"]
  %".50" = phi  <8 x float> [%".38", %"entry"], [%".73", %"sum"]
  %".51" = phi  <8 x float> [%".39", %"entry"], [%".78", %"sum"]
  %".52" = phi  <8 x float> [%".40", %"entry"], [%".83", %"sum"]
  %".53" = phi  <8 x float> [%".41", %"entry"], [%".88", %"sum"]
  %".54" = phi  <8 x float> [%".42", %"entry"], [%".93", %"sum"]
  %".55" = add i64 %".47", 0
  %".56" = getelementptr float, float* %".1", i64 %".55"
  %".57" = bitcast float* %".56" to <8 x float>*
  %".58" = load <8 x float>, <8 x float>* %".57", align 4
  %".59" = getelementptr float, float* %".9", i64 %".46"
  %".60" = load float, float* %".59"
  %".61" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".60", i32 0
  %".62" = shufflevector <8 x float> %".61", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".63" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".58", <8 x float> %".62", <8 x float> %".48")
  %".64" = getelementptr float, float* %".11", i64 %".46"
  %".65" = load float, float* %".64"
  %".66" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".65", i32 0
  %".67" = shufflevector <8 x float> %".66", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".68" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".58", <8 x float> %".67", <8 x float> %".49")
  %".69" = getelementptr float, float* %".13", i64 %".46"
  %".70" = load float, float* %".69"
  %".71" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".70", i32 0
  %".72" = shufflevector <8 x float> %".71", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".73" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".58", <8 x float> %".72", <8 x float> %".50")
  %".74" = getelementptr float, float* %".15", i64 %".46"
  %".75" = load float, float* %".74"
  %".76" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".75", i32 0
  %".77" = shufflevector <8 x float> %".76", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".78" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".58", <8 x float> %".77", <8 x float> %".51")
  %".79" = getelementptr float, float* %".17", i64 %".46"
  %".80" = load float, float* %".79"
  %".81" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".80", i32 0
  %".82" = shufflevector <8 x float> %".81", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".83" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".58", <8 x float> %".82", <8 x float> %".52")
  %".84" = getelementptr float, float* %".19", i64 %".46"
  %".85" = load float, float* %".84"
  %".86" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".85", i32 0
  %".87" = shufflevector <8 x float> %".86", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".88" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".58", <8 x float> %".87", <8 x float> %".53")
  %".89" = getelementptr float, float* %".21", i64 %".46"
  %".90" = load float, float* %".89"
  %".91" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".90", i32 0
  %".92" = shufflevector <8 x float> %".91", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".93" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".58", <8 x float> %".92", <8 x float> %".54")
  %".94" = add i64 %".45", 1
  %".95" = add i64 %".46", %".4"
  %".96" = add i64 %".47", %".2"
  %".97" = icmp slt i64 %".94", %".3"
  br i1 %".97", label %"sum", label %"end"
end:
  %".99" = phi  <8 x float> [%".36", %"entry"], [%".63", %"sum"]
  %".100" = phi  <8 x float> [%".37", %"entry"], [%".68", %"sum"]
  %".101" = phi  <8 x float> [%".38", %"entry"], [%".73", %"sum"]
  %".102" = phi  <8 x float> [%".39", %"entry"], [%".78", %"sum"]
  %".103" = phi  <8 x float> [%".40", %"entry"], [%".83", %"sum"]
  %".104" = phi  <8 x float> [%".41", %"entry"], [%".88", %"sum"]
  %".105" = phi  <8 x float> [%".42", %"entry"], [%".93", %"sum"]
  store <8 x float> %".99", <8 x float>* %".23", align 4
  store <8 x float> %".100", <8 x float>* %".25", align 4
  store <8 x float> %".101", <8 x float>* %".27", align 4
  store <8 x float> %".102", <8 x float>* %".29", align 4
  store <8 x float> %".103", <8 x float>* %".31", align 4
  store <8 x float> %".104", <8 x float>* %".33", align 4
  store <8 x float> %".105", <8 x float>* %".35", align 4
  ret void
}

define internal void @"sums_1_1_1_1_8"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float*, float** %".5", i64 1
  %".11" = load float*, float** %".10"
  %".12" = getelementptr float*, float** %".5", i64 2
  %".13" = load float*, float** %".12"
  %".14" = getelementptr float*, float** %".5", i64 3
  %".15" = load float*, float** %".14"
  %".16" = getelementptr float*, float** %".5", i64 4
  %".17" = load float*, float** %".16"
  %".18" = getelementptr float*, float** %".5", i64 5
  %".19" = load float*, float** %".18"
  %".20" = getelementptr float*, float** %".5", i64 6
  %".21" = load float*, float** %".20"
  %".22" = getelementptr float*, float** %".5", i64 7
  %".23" = load float*, float** %".22"
  %".24" = getelementptr float, float* %".6", i64 0
  %".25" = bitcast float* %".24" to <8 x float>*
  %".26" = getelementptr float, float* %".6", i64 8
  %".27" = bitcast float* %".26" to <8 x float>*
  %".28" = getelementptr float, float* %".6", i64 16
  %".29" = bitcast float* %".28" to <8 x float>*
  %".30" = getelementptr float, float* %".6", i64 24
  %".31" = bitcast float* %".30" to <8 x float>*
  %".32" = getelementptr float, float* %".6", i64 32
  %".33" = bitcast float* %".32" to <8 x float>*
  %".34" = getelementptr float, float* %".6", i64 40
  %".35" = bitcast float* %".34" to <8 x float>*
  %".36" = getelementptr float, float* %".6", i64 48
  %".37" = bitcast float* %".36" to <8 x float>*
  %".38" = getelementptr float, float* %".6", i64 56
  %".39" = bitcast float* %".38" to <8 x float>*
  %".40" = load <8 x float>, <8 x float>* %".25", align 4
  %".41" = load <8 x float>, <8 x float>* %".27", align 4
  %".42" = load <8 x float>, <8 x float>* %".29", align 4
  %".43" = load <8 x float>, <8 x float>* %".31", align 4
  %".44" = load <8 x float>, <8 x float>* %".33", align 4
  %".45" = load <8 x float>, <8 x float>* %".35", align 4
  %".46" = load <8 x float>, <8 x float>* %".37", align 4
  %".47" = load <8 x float>, <8 x float>* %".39", align 4
  %".48" = icmp slt i64 0, %".3"
  br i1 %".48", label %"sum", label %"end"
sum:
  %".50" = phi  i64 [0, %"entry"], [%".105", %"sum"]
  %".51" = phi  i64 [0, %"entry"], [%".106", %"sum"]
  %".52" = phi  i64 [0, %"entry"], [%".107", %"sum"]
  %".53" = phi  <8 x float> [%".40", %"entry"], [%".69", %"sum"]
  %".54" = phi  <8 x float> [%".41", %"entry"], [%".74", %"sum"]
  %".55" = phi  <8 x float> [%".42", %"entry"], [%".79", %"sum"]
  %".56" = phi  <8 x float> [%".43", %"entry"], [%".84", %"sum"]
  %".57" = phi  <8 x float> [%".44", %"entry"], [%".89", %"sum"]
  %".58" = phi  <8 x float> [%".45", %"entry"], [%".94", %"sum"]
  %".59" = phi  <8 x float> [%".46", %"entry"], [%".99", %"sum"]
  %".60" = phi  <8 x float> [%".47", %"entry"], [%".104", %"sum"]
  %".61" = add i64 %".52", 0
  %".62" = getelementptr float, float* %".1", i64 %".61"
  %".63" = bitcast float* %".62" to <8 x float>*
  %".64" = load <8 x float>, <8 x float>* %".63", align 4
  %".65" = getelementptr float, float* %".9", i64 %".51"
  %".66" = load float, float* %".65"
  %".67" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".66", i32 0
  %".68" = shufflevector <8 x float> %".67", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".69" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".64", <8 x float> %".68", <8 x float> %".53")
  %".70" = getelementptr float, float* %".11", i64 %".51"
  %".71" = load float, float* %".70"
  %".72" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".71", i32 0
  %".73" = shufflevector <8 x float> %".72", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".74" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".64", <8 x float> %".73", <8 x float> %".54")
  %".75" = getelementptr float, float* %".13", i64 %".51"
  %".76" = load float, float* %".75"
  %".77" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".76", i32 0
  %".78" = shufflevector <8 x float> %".77", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".79" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".64", <8 x float> %".78", <8 x float> %".55")
  %".80" = getelementptr float, float* %".15", i64 %".51"
  %".81" = load float, float* %".80"
  %".82" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".81", i32 0
  %".83" = shufflevector <8 x float> %".82", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".84" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".64", <8 x float> %".83", <8 x float> %".56")
  %".85" = getelementptr float, float* %".17", i64 %".51"
  %".86" = load float, float* %".85"
  %".87" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".86", i32 0
  %".88" = shufflevector <8 x float> %".87", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".89" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".64", <8 x float> %".88", <8 x float> %".57")
  %".90" = getelementptr float, float* %".19", i64 %".51"
  %".91" = load float, float* %".90"
  %".92" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".91", i32 0
  %".93" = shufflevector <8 x float> %".92", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".94" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".64", <8 x float> %".93", <8 x float> %".58")
  %".95" = getelementptr float, float* %".21", i64 %".51"
  %".96" = load float, float* %".95"
  %".97" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".96", i32 0
  %".98" = shufflevector <8 x float> %".97", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".99" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".64", <8 x float> %".98", <8 x float> %".59")
  %".100" = getelementptr float, float* %".23", i64 %".51"
  %".101" = load float, float* %".100"
  %".102" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".101", i32 0
  %".103" = shufflevector <8 x float> %".102", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".104" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".64", <8 x float> %".103", <8 x float> %".60")
  %".105" = add i64 %".50", 1
  %".106" = add i64 %".51", %".4"
  %".107" = add i64 %".52", %".2"
  %".108" = icmp slt i64 %".105", %".3"
  br i1 %".108", label %"sum", label %"end"
end:
  %".110" = phi  <8 x float> [%".40", %"entry"], [%".69", %"sum"]
  %".111" = phi  <8 x float> [%".41", %"entry"], [%".74", %"sum"]
  %".112" = phi  <8 x float> [%".42", %"entry"], [%".79", %"sum"]
  %".113" = phi  <8 x float> [%".43", %"entry"], [%".84", %"sum"]
  %".114" = phi  <8 x float> [%".44", %"entry"], [%".89", %"sum"]
  %".115" = phi  <8 x float> [%".45", %"entry"], [%".94", %"sum"]
  %".116" = phi  <8 x float> [%".46", %"entry"], [%".99", %"sum"]
  %".117" = phi  <8 x float> [%".47", %"entry"], [%".104", %"sum"]
  store <8 x float> %".110", <8 x float>* %".25", align 4
  store <8 x float> %".111", <8 x float>* %".27", align 4
  store <8 x float> %".112", <8 x float>* %".29", align 4
  store <8 x float> %".113", <8 x float>* %".31", align 4
  store <8 x float> %".114", <8 x float>* %".33", align 4
  store <8 x float> %".115", <8 x float>* %".35", align 4
  store <8 x float> %".116", <8 x float>* %".37", align 4
  store <8 x float> %".117", <8 x float>* %".39", align 4
  ret void
}

define internal void @"sums_1_1_1_1_9"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float*, float** %".5", i64 1
  %".11" = load float*, float** %".10"
  %".12" = getelementptr float*, float** %".5", i64 2
  %".13" = load float*, float** %".12"
  %".14" = getelementptr float*, float** %".5", i64 3
  %".15" = load float*, float** %".14"
  %".16" = getelementptr float*, float** %".5", i64 4
  %".17" = load float*, float** %".16"
  %".18" = getelementptr float*, float** %".5", i64 5
  %".19" = load float*, float** %".18"
  %".20" = getelementptr float*, float** %".5", i64 6
  %".21" = load float*, float** %".20"
  %".22" = getelementptr float*, float** %".5", i64 7
  %".23" = load float*, float** %".22"
  %".24" = getelementptr float*, float** %".5", i64 8
  %".25" = load float*, float** %".24"
  %".26" = getelementptr float, float* %".6", i64 0
  %".27" = bitcast float* %".26" to <8 x float>*
  %".28" = getelementptr float, float* %".6", i64 8
  %".29" = bitcast float* %".28" to <8 x float>*
  %".30" = getelementptr float, float* %".6", i64 16
  %".31" = bitcast float* %".30" to <8 x float>*
  %".32" = getelementptr float, float* %".6", i64 24
  %".33" = bitcast float* %".32" to <8 x float>*
  %".34" = getelementptr float, float* %".6", i64 32
  %".35" = bitcast float* %".34" to <8 x float>*
  %".36" = getelementptr float, float* %".6", i64 40
  %".37" = bitcast float* %".36" to <8 x float>*
  %".38" = getelementptr float, float* %".6", i64 48
  %".39" = bitcast float* %".38" to <8 x float>*
  %".40" = getelementptr float, float* %".6", i64 56
  %".41" = bitcast float* %".40" to <8 x float>*
  %".42" = getelementptr float, float* %".6", i64 64
  %".43" = bitcast float* %".42" to <8 x float>*
  %".44" = load <8 x float>, <8 x float>* %".27", align 4
  %".45" = load <8 x float>, <8 x float>* %".29", align 4
  %".46" = load <8 x float>, <8 x float>* %".31", align 4
  %".47" = load <8 x float>, <8 x float>* %".33", align 4
  %".48" = load <8 x float>, <8 x float>* %".35", align 4
  %".49" = load <8 x float>, <8 x float>* %".37", align 4
  %".50" = load <8 x float>, <8 x float>* %".39", align 4
  %".51" = load <8 x float>, <8 x float>* %".41", align 4
  %".52" = load <8 x float>, <8 x float>* %".43", align 4
  %".53" = icmp slt i64 0, %".3"
  br i1 %".53", label %"sum", label %"end"
sum:
  %".55" = phi  i64 [0, %"entry"], [%".116", %"sum"]
  %".56" = phi  i64 [0, %"entry"], [%".117", %"sum"]
  %".57" = phi  i64 [0, %"entry"], [%".118", %"sum"]
  %".58" = phi  <8 x float> [%".44", %"entry"], [%".75", %"sum"]
  %".59" = phi  <8 x float> [%".45", %"entry"], [%".80", %"sum"]
  %".60" = phi  <8 x float> [%".46", %"entry"], [%".85", %"sum"]
  %".61" = phi  <8 x float> [%".47", %"entry"], [%".90", %"sum"]
  %".62" = phi  <8 x float> [%".48", %"entry"], [%".95", %"sum"]
  %".63" = phi  <8 x float> [%".49", %"entry"], [%".100", %"sum"]
  %".64" = phi  <8 x float> [%".50", %"entry"], [%".105", %"sum"]
  %".65" = phi  <8 x float> [%".51", %"entry"], [%".110", %"sum"]
  %".66" = phi  <8 x float> [%".52", %"entry"], [%".115", %"sum"]
  %".67" = add i64 %".57", 0
  %".68" = getelementptr float, float* %".1", i64 %".67"
  %".69" = bitcast float* %".68" to <8 x float>*
  %".70" = load <8 x float>, <8 x float>* %".69", align 4
  %".71" = getelementptr float, float* %".9", i64 %".56"
  %".72" = load float, float* %".71"
  %".73" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".72", i32 0
  %".74" = shufflevector <8 x float> %".73", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".75" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".70", <8 x float> %".74", <8 x float> %".58")
  %".76" = getelementptr float, float* %".11", i64 %".56"
  %".77" = load float, float* %".76"
  %".78" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".77", i32 0
  %".79" = shufflevector <8 x float> %".78", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".80" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".70", <8 x float> %".79", <8 x float> %".59")
  %".81" = getelementptr float, float* %".13", i64 %".56"
  %".82" = load float, float* %".81"
  %".83" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".82", i32 0
  %".84" = shufflevector <8 x float> %".83", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".85" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".70", <8 x float> %".84", <8 x float> %".60")
  %".86" = getelementptr float, float* %".15", i64 %".56"
  %".87" = load float, float* %".86"
  %".88" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".87", i32 0
  %".89" = shufflevector <8 x float> %".88", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".90" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".70", <8 x float> %".89", <8 x float> %".61")
  %".91" = getelementptr float, float* %".17", i64 %".56"
  %".92" = load float, float* %".91"
  %".93" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".92", i32 0
  %".94" = shufflevector <8 x float> %".93", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".95" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".70", <8 x float> %".94", <8 x float> %".62")
  %".96" = getelementptr float, float* %".19", i64 %".56"
  %".97" = load float, float* %".96"
  %".98" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".97", i32 0
  %".99" = shufflevector <8 x float> %".98", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".100" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".70", <8 x float> %".99", <8 x float> %".63")
  %".101" = getelementptr float, float* %".21", i64 %".56"
  %".102" = load float, float* %".101"
  %".103" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".102", i32 0
  %".104" = shufflevector <8 x float> %".103", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".105" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".70", <8 x float> %".104", <8 x float> %".64")
  %".106" = getelementptr float, float* %".23", i64 %".56"
  %".107" = load float, float* %".106"
  %".108" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".107", i32 0
  %".109" = shufflevector <8 x float> %".108", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".110" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".70", <8 x float> %".109", <8 x float> %".65")
  %".111" = getelementptr float, float* %".25", i64 %".56"
  %".112" = load float, float* %".111"
  %".113" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".112", i32 0
  %".114" = shufflevector <8 x float> %".113", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".115" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".70", <8 x float> %".114", <8 x float> %".66")
  %".116" = add i64 %".55", 1
  %".117" = add i64 %".56", %".4"
  %".118" = add i64 %".57", %".2"
  %".119" = icmp slt i64 %".116", %".3"
  br i1 %".119", label %"sum", label %"end"
end:
  %".121" = phi  <8 x float> [%".44", %"entry"], [%".75", %"sum"]
  %".122" = phi  <8 x float> [%".45", %"entry"], [%".80", %"sum"]
  %".123" = phi  <8 x float> [%".46", %"entry"], [%".85", %"sum"]
  %".124" = phi  <8 x float> [%".47", %"entry"], [%".90", %"sum"]
  %".125" = phi  <8 x float> [%".48", %"entry"], [%".95", %"sum"]
  %".126" = phi  <8 x float> [%".49", %"entry"], [%".100", %"sum"]
  %".127" = phi  <8 x float> [%".50", %"entry"], [%".105", %"sum"]
  %".128" = phi  <8 x float> [%".51", %"entry"], [%".110", %"sum"]
  %".129" = phi  <8 x float> [%".52", %"entry"], [%".115", %"sum"]
  store <8 x float> %".121", <8 x float>* %".27", align 4
  store <8 x float> %".122", <8 x float>* %".29", align 4
  store <8 x float> %".123", <8 x float>* %".31", align 4
  store <8 x float> %".124", <8 x float>* %".33", align 4
  store <8 x float> %".125", <8 x float>* %".35", align 4
  store <8 x float> %".126", <8 x float>* %".37", align 4
  store <8 x float> %".127", <8 x float>* %".39", align 4
  store <8 x float> %".128", <8 x float>* %".41", align 4
  store <8 x float> %".129", <8 x float>* %".43", align 4
  ret void
}

define internal void @"sums_1_1_1_1_10"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float*, float** %".5", i64 1
  %".11" = load float*, float** %".10"
  %".12" = getelementptr float*, float** %".5", i64 2
  %".13" = load float*, float** %".12"
  %".14" = getelementptr float*, float** %".5", i64 3
  %".15" = load float*, float** %".14"
  %".16" = getelementptr float*, float** %".5", i64 4
  %".17" = load float*, float** %".16"
  %".18" = getelementptr float*, float** %".5", i64 5
  %".19" = load float*, float** %".18"
  %".20" = getelementptr float*, float** %".5", i64 6
  %".21" = load float*, float** %".20"
  %".22" = getelementptr float*, float** %".5", i64 7
  %".23" = load float*, float** %".22"
  %".24" = getelementptr float*, float** %".5", i64 8
  %".25" = load float*, float** %".24"
  %".26" = getelementptr float*, float** %".5", i64 9
  %".27" = load float*, float** %".26"
  %".28" = getelementptr float, float* %".6", i64 0
  %".29" = bitcast float* %".28" to <8 x float>*
  %".30" = getelementptr float, float* %".6", i64 8
  %".31" = bitcast float* %".30" to <8 x float>*
  %".32" = getelementptr float, float* %".6", i64 16
  %".33" = bitcast float* %".32" to <8 x float>*
  %".34" = getelementptr float, float* %".6", i64 24
  %".35" = bitcast float* %".34" to <8 x float>*
  %".36" = getelementptr float, float* %".6", i64 32
  %".37" = bitcast float* %".36" to <8 x float>*
  %".38" = getelementptr float, float* %".6", i64 40
  %".39" = bitcast float* %".38" to <8 x float>*
  %".40" = getelementptr float, float* %".6", i64 48
  %".41" = bitcast float* %".40" to <8 x float>*
  %".42" = getelementptr float, float* %".6", i64 56
  %".43" = bitcast float* %".42" to <8 x float>*
  %".44" = getelementptr float, float* %".6", i64 64
  %".45" = bitcast float* %".44" to <8 x float>*
  %".46" = getelementptr float, float* %".6", i64 72
  %".47" = bitcast float* %".46" to <8 x float>*
  %".48" = load <8 x float>, <8 x float>* %".29", align 4
  %".49" = load <8 x float>, <8 x float>* %".31", align 4
  %".50" = load <8 x float>, <8 x float>* %".33", align 4
  %".51" = load <8 x float>, <8 x float>* %".35", align 4
  %".52" = load <8 x float>, <8 x float>* %".37", align 4
  %".53" = load <8 x float>, <8 x float>* %".39", align 4
  %".54" = load <8 x float>, <8 x float>* %".41", align 4
  %".55" = load <8 x float>, <8 x float>* %".43", align 4
  %".56" = load <8 x float>, <8 x float>* %".45", align 4
  %".57" = load <8 x float>, <8 x float>* %".47", align 4
  %".58" = icmp slt i64 0, %".3"
  br i1 %".58", label %"sum", label %"end"
sum:
  %".60" = phi  i64 [0, %"entry"], [%".127", %"sum"]
  %".61" = phi  i64 [0, %"entry"], [%".128", %"sum"]
  %".62" = phi  i64 [0, %"entry"], [%".129", %"sum"]
  %".63" = phi  <8 x float> [%".48", %"entry"], [%".81", %"sum"]
  %".64" = phi  <8 x float> [%".49", %"entry"], [%".86", %"sum"]
  %".65" = phi  <8 x float> [%".50", %"entry"], [%".91", %"sum"]
  %".66" = phi  <8 x float> [%".51", %"entry"], [%".96", %"sum"]
  %".67" = phi  <8 x float> [%".52", %"entry"], [%".101", %"sum"]
  %".68" = phi  <8 x float> [%".53", %"entry"], [%".106", %"sum"]
  %".69" = phi  <8 x float> [%".54", %"entry"], [%".111", %"sum"]
  %".70" = phi  <8 x float> [%".55", %"entry"], [%".116", %"sum"]
  %".71" = phi  <8 x float> [%".56", %"entry"], [%".121", %"sum"]
  %".72" = phi  <8 x float> [%".57", %"entry"], [%".126", %"sum"]
  %".73" = add i64 %".62", 0
  %".74" = getelementptr float, float* %".1", i64 %".73"
  %".75" = bitcast float* %".74" to <8 x float>*
  %".76" = load <8 x float>, <8 x float>* %".75", align 4
  %".77" = getelementptr float, float* %".9", i64 %".61"
  %".78" = load float, float* %".77"
  %".79" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".78", i32 0
  %".80" = shufflevector <8 x float> %".79", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".81" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".76", <8 x float> %".80", <8 x float> %".63")
  %".82" = getelementptr float, float* %".11", i64 %".61"
  %".83" = load float, float* %".82"
  %".84" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".83", i32 0
  %".85" = shufflevector <8 x float> %".84", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".86" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".76", <8 x float> %".85", <8 x float> %".64")
  %".87" = getelementptr float, float* %".13", i64 %".61"
  %".88" = load float, float* %".87"
  %".89" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".88", i32 0
  %".90" = shufflevector <8 x float> %".89", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".91" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".76", <8 x float> %".90", <8 x float> %".65")
  %".92" = getelementptr float, float* %".15", i64 %".61"
  %".93" = load float, float* %".92"
  %".94" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".93", i32 0
  %".95" = shufflevector <8 x float> %".94", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".96" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".76", <8 x float> %".95", <8 x float> %".66")
  %".97" = getelementptr float, float* %".17", i64 %".61"
  %".98" = load float, float* %".97"
  %".99" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".98", i32 0
  %".100" = shufflevector <8 x float> %".99", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".101" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".76", <8 x float> %".100", <8 x float> %".67")
  %".102" = getelementptr float, float* %".19", i64 %".61"
  %".103" = load float, float* %".102"
  %".104" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".103", i32 0
  %".105" = shufflevector <8 x float> %".104", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".106" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".76", <8 x float> %".105", <8 x float> %".68")
  %".107" = getelementptr float, float* %".21", i64 %".61"
  %".108" = load float, float* %".107"
  %".109" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".108", i32 0
  %".110" = shufflevector <8 x float> %".109", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".111" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".76", <8 x float> %".110", <8 x float> %".69")
  %".112" = getelementptr float, float* %".23", i64 %".61"
  %".113" = load float, float* %".112"
  %".114" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".113", i32 0
  %".115" = shufflevector <8 x float> %".114", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".116" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".76", <8 x float> %".115", <8 x float> %".70")
  %".117" = getelementptr float, float* %".25", i64 %".61"
  %".118" = load float, float* %".117"
  %".119" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".118", i32 0
  %".120" = shufflevector <8 x float> %".119", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".121" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".76", <8 x float> %".120", <8 x float> %".71")
  %".122" = getelementptr float, float* %".27", i64 %".61"
  %".123" = load float, float* %".122"
  %".124" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".123", i32 0
  %".125" = shufflevector <8 x float> %".124", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".126" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".76", <8 x float> %".125", <8 x float> %".72")
  %".127" = add i64 %".60", 1
  %".128" = add i64 %".61", %".4"
  %".129" = add i64 %".62", %".2"
  %".130" = icmp slt i64 %".127", %".3"
  br i1 %".130", label %"sum", label %"end"
end:
  %".132" = phi  <8 x float> [%".48", %"entry"], [%".81", %"sum"]
  %".133" = phi  <8 x float> [%".49", %"entry"], [%".86", %"sum"]
  %".134" = phi  <8 x float> [%".50", %"entry"], [%".91", %"sum"]
  %".135" = phi  <8 x float> [%".51", %"entry"], [%".96", %"sum"]
  %".136" = phi  <8 x float> [%".52", %"entry"], [%".101", %"sum"]
  %".137" = phi  <8 x float> [%".53", %"entry"], [%".106", %"sum"]
  %".138" = phi  <8 x float> [%".54", %"entry"], [%".111", %"sum"]
  %".139" = phi  <8 x float> [%".55", %"entry"], [%".116", %"sum"]
  %".140" = phi  <8 x float> [%".56", %"entry"], [%".121", %"sum"]
  %".141" = phi  <8 x float> [%".57", %"entry"], [%".126", %"sum"]
  store <8 x float> %".132", <8 x float>* %".29", align 4
  store <8 x float> %".133", <8 x float>* %".31", align 4
  store <8 x float> %".134", <8 x float>* %".33", align 4
  store <8 x float> %".135", <8 x float>* %".35", align 4
  store <8 x float> %".136", <8 x float>* %".37", align 4
  store <8 x float> %".137", <8 x float>* %".39", align 4
  store <8 x float> %".138", <8 x float>* %".41", align 4
  store <8 x float> %".139", <8 x float>* %".43", align 4
  store <8 x float> %".140", <8 x float>* %".45", align 4
  store <8 x float> %".141", <8 x float>* %".47", align 4
  ret void
}

define internal void @"sums_1_1_1_1_11"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float*, float** %".5", i64 1
  %".11" = load float*, float** %".10"
  %".12" = getelementptr float*, float** %".5", i64 2
  %".13" = load float*, float** %".12"
  %".14" = getelementptr float*, float** %".5", i64 3
  %".15" = load float*, float** %".14"
  %".16" = getelementptr float*, float** %".5", i64 4
  %".17" = load float*, float** %".16"
  %".18" = getelementptr float*, float** %".5", i64 5
  %".19" = load float*, float** %".18"
  %".20" = getelementptr float*, float** %".5", i64 6
  %".21" = load float*, float** %".20"
  %".22" = getelementptr float*, float** %".5", i64 7
  %".23" = load float*, float** %".22"
  %".24" = getelementptr float*, float** %".5", i64 8
  %".25" = load float*, float** %".24"
  %".26" = getelementptr float*, float** %".5", i64 9
  %".27" = load float*, float** %".26"
  %".28" = getelementptr float*, float** %".5", i64 10
  %".29" = load float*, float** %".28"
  %".30" = getelementptr float, float* %".6", i64 0
  %".31" = bitcast float* %".30" to <8 x float>*
  %".32" = getelementptr float, float* %".6", i64 8
  %".33" = bitcast float* %".32" to <8 x float>*
  %".34" = getelementptr float, float* %".6", i64 16
  %".35" = bitcast float* %".34" to <8 x float>*
  %".36" = getelementptr float, float* %".6", i64 24
  %".37" = bitcast float* %".36" to <8 x float>*
  %".38" = getelementptr float, float* %".6", i64 32
  %".39" = bitcast float* %".38" to <8 x float>*
  %".40" = getelementptr float, float* %".6", i64 40
  %".41" = bitcast float* %".40" to <8 x float>*
  %".42" = getelementptr float, float* %".6", i64 48
  %".43" = bitcast float* %".42" to <8 x float>*
  %".44" = getelementptr float, float* %".6", i64 56
  %".45" = bitcast float* %".44" to <8 x float>*
  %".46" = getelementptr float, float* %".6", i64 64
  %".47" = bitcast float* %".46" to <8 x float>*
  %".48" = getelementptr float, float* %".6", i64 72
  %".49" = bitcast float* %".48" to <8 x float>*
  %".50" = getelementptr float, float* %".6", i64 80
  %".51" = bitcast float* %".50" to <8 x float>*
  %".52" = load <8 x float>, <8 x float>* %".31", align 4
  %".53" = load <8 x float>, <8 x float>* %".33", align 4
  %".54" = load <8 x float>, <8 x float>* %".35", align 4
  %".55" = load <8 x float>, <8 x float>* %".37", align 4
  %".56" = load <8 x float>, <8 x float>* %".39", align 4
  %".57" = load <8 x float>, <8 x float>* %".41", align 4
  %".58" = load <8 x float>, <8 x float>* %".43", align 4
  %".59" = load <8 x float>, <8 x float>* %".45", align 4
  %".60" = load <8 x float>, <8 x float>* %".47", align 4
  %".61" = load <8 x float>, <8 x float>* %".49", align 4
  %".62" = load <8 x float>, <8 x float>* %".51", align 4
  %".63" = icmp slt i64 0, %".3"
  br i1 %".63", label %"sum", label %"end"
sum:
  %".65" = phi  i64 [0, %"entry"], [%".138", %"sum"]
  %".66" = phi  i64 [0, %"entry"], [%".139", %"sum"]
  %".67" = phi  i64 [0, %"entry"], [%".140", %"sum"]
  %".68" = phi  <8 x float> [%".52", %"entry"], [%".87", %"sum"]
  %".69" = phi  <8 x float> [%".53", %"entry"], [%".92", %"sum"]
  %".70" = phi  <8 x float> [%".54", %"entry"], [%".97", %"sum"]
  %".71" = phi  <8 x float> [%".55", %"entry"], [%".102", %"sum"]
  %".72" = phi  <8 x float> [%".56", %"entry"], [%".107", %"sum"]
  %".73" = phi  <8 x float> [%".57", %"entry"], [%".112", %"sum"]
  %".74" = phi  <8 x float> [%".58", %"entry"], [%".117", %"sum"]
  %".75" = phi  <8 x float> [%".59", %"entry"], [%".122", %"sum"]
  %".76" = phi  <8 x float> [%".60", %"entry"], [%".127", %"sum"]
  %".77" = phi  <8 x float> [%".61", %"entry"], [%".132", %"sum"]
  %".78" = phi  <8 x float> [%".62", %"entry"], [%".137", %"sum"]
  %".79" = add i64 %".67", 0
  %".80" = getelementptr float, float* %".1", i64 %".79"
  %".81" = bitcast float* %".80" to <8 x float>*
  %".82" = load <8 x float>, <8 x float>* %".81", align 4
  %".83" = getelementptr float, float* %".9", i64 %".66"
  %".84" = load float, float* %".83"
  %".85" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".84", i32 0
  %".86" = shufflevector <8 x float> %".85", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".87" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".82", <8 x float> %".86", <8 x float> %".68")
  %".88" = getelementptr float, float* %".11", i64 %".66"
  %".89" = load float, float* %".88"
  %".90" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".89", i32 0
  %".91" = shufflevector <8 x float> %".90", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".92" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".82", <8 x float> %".91", <8 x float> %".69")
  %".93" = getelementptr float, float* %".13", i64 %".66"
  %".94" = load float, float* %".93"
  %".95" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".94", i32 0
  %".96" = shufflevector <8 x float> %".95", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".97" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".82", <8 x float> %".96", <8 x float> %".70")
  %".98" = getelementptr float, float* %".15", i64 %".66"
  %".99" = load float, float* %".98"
  %".100" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".99", i32 0
  %".101" = shufflevector <8 x float> %".100", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".102" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".82", <8 x float> %".101", <8 x float> %".71")
  %".103" = getelementptr float, float* %".17", i64 %".66"
  %".104" = load float, float* %".103"
  %".105" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".104", i32 0
  %".106" = shufflevector <8 x float> %".105", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".107" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".82", <8 x float> %".106", <8 x float> %".72")
  %".108" = getelementptr float, float* %".19", i64 %".66"
  %".109" = load float, float* %".108"
  %".110" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".109", i32 0
  %".111" = shufflevector <8 x float> %".110", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".112" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".82", <8 x float> %".111", <8 x float> %".73")
  %".113" = getelementptr float, float* %".21", i64 %".66"
  %".114" = load float, float* %".113"
  %".115" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".114", i32 0
  %".116" = shufflevector <8 x float> %".115", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".117" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".82", <8 x float> %".116", <8 x float> %".74")
  %".118" = getelementptr float, float* %".23", i64 %".66"
  %".119" = load float, float* %".118"
  %".120" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".119", i32 0
  %".121" = shufflevector <8 x float> %".120", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".122" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".82", <8 x float> %".121", <8 x float> %".75")
  %".123" = getelementptr float, float* %".25", i64 %".66"
  %".124" = load float, float* %".123"
  %".125" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".124", i32 0
  %".126" = shufflevector <8 x float> %".125", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".127" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".82", <8 x float> %".126", <8 x float> %".76")
  %".128" = getelementptr float, float* %".27", i64 %".66"
  %".129" = load float, float* %".128"
  %".130" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".129", i32 0
  %".131" = shufflevector <8 x float> %".130", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".132" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".82", <8 x float> %".131", <8 x float> %".77")
  %".133" = getelementptr float, float* %".29", i64 %".66"
  %".134" = load float, float* %".133"
  %".135" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".134", i32 0
  %".136" = shufflevector <8 x float> %".135", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".137" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".82", <8 x float> %".136", <8 x float> %".78")
  %".138" = add i64 %".65", 1
  %".139" = add i64 %".66", %".4"
  %".140" = add i64 %".67", %".2"
  %".141" = icmp slt i64 %".138", %".3"
  br i1 %".141", label %"sum", label %"end"
end:
  %".143" = phi  <8 x float> [%".52", %"entry"], [%".87", %"sum"]
  %".144" = phi  <8 x float> [%".53", %"entry"], [%".92", %"sum"]
  %".145" = phi  <8 x float> [%".54", %"entry"], [%".97", %"sum"]
  %".146" = phi  <8 x float> [%".55", %"entry"], [%".102", %"sum"]
  %".147" = phi  <8 x float> [%".56", %"entry"], [%".107", %"sum"]
  %".148" = phi  <8 x float> [%".57", %"entry"], [%".112", %"sum"]
  %".149" = phi  <8 x float> [%".58", %"entry"], [%".117", %"sum"]
  %".150" = phi  <8 x float> [%".59", %"entry"], [%".122", %"sum"]
  %".151" = phi  <8 x float> [%".60", %"entry"], [%".127", %"sum"]
  %".152" = phi  <8 x float> [%".61", %"entry"], [%".132", %"sum"]
  %".153" = phi  <8 x float> [%".62", %"entry"], [%".137", %"sum"]
  store <8 x float> %".143", <8 x float>* %".31", align 4
  store <8 x float> %".144", <8 x float>* %".33", align 4
  store <8 x float> %".145", <8 x float>* %".35", align 4
  store <8 x float> %".146", <8 x float>* %".37", align 4
  store <8 x float> %".147", <8 x float>* %".39", align 4
  store <8 x float> %".148", <8 x float>* %".41", align 4
  store <8 x float> %".149", <8 x float>* %".43", align 4
  store <8 x float> %".150", <8 x float>* %".45", align 4
  store <8 x float> %".151", <8 x float>* %".47", align 4
  store <8 x float> %".152", <8 x float>* %".49", align 4
  store <8 x float> %".153", <8 x float>* %".51", align 4
  ret void
}

define internal void @"sums_1_1_1_1_12"(float* %".1", i64 %".2", i64 %".3", i64 %".4", float** %".5", float* %".6") noinline nounwind
{
entry:
  %".8" = getelementptr float*, float** %".5", i64 0
  %".9" = load float*, float** %".8"
  %".10" = getelementptr float*, float** %".5", i64 1
  %".11" = load float*, float** %".10"
  %".12" = getelementptr float*, float** %".5", i64 2
  %".13" = load float*, float** %".12"
  %".14" = getelementptr float*, float** %".5", i64 3
  %".15" = load float*, float** %".14"
  %".16" = getelementptr float*, float** %".5", i64 4
  %".17" = load float*, float** %".16"
  %".18" = getelementptr float*, float** %".5", i64 5
  %".19" = load float*, float** %".18"
  %".20" = getelementptr float*, float** %".5", i64 6
  %".21" = load float*, float** %".20"
  %".22" = getelementptr float*, float** %".5", i64 7
  %".23" = load float*, float** %".22"
  %".24" = getelementptr float*, float** %".5", i64 8
  %".25" = load float*, float** %".24"
  %".26" = getelementptr float*, float** %".5", i64 9
  %".27" = load float*, float** %".26"
  %".28" = getelementptr float*, float** %".5", i64 10
  %".29" = load float*, float** %".28"
  %".30" = getelementptr float*, float** %".5", i64 11
  %".31" = load float*, float** %".30"
  %".32" = getelementptr float, float* %".6", i64 0
  %".33" = bitcast float* %".32" to <8 x float>*
  %".34" = getelementptr float, float* %".6", i64 8
  %".35" = bitcast float* %".34" to <8 x float>*
  %".36" = getelementptr float, float* %".6", i64 16
  %".37" = bitcast float* %".36" to <8 x float>*
  %".38" = getelementptr float, float* %".6", i64 24
  %".39" = bitcast float* %".38" to <8 x float>*
  %".40" = getelementptr float, float* %".6", i64 32
  %".41" = bitcast float* %".40" to <8 x float>*
  %".42" = getelementptr float, float* %".6", i64 40
  %".43" = bitcast float* %".42" to <8 x float>*
  %".44" = getelementptr float, float* %".6", i64 48
  %".45" = bitcast float* %".44" to <8 x float>*
  %".46" = getelementptr float, float* %".6", i64 56
  %".47" = bitcast float* %".46" to <8 x float>*
  %".48" = getelementptr float, float* %".6", i64 64
  %".49" = bitcast float* %".48" to <8 x float>*
  %".50" = getelementptr float, float* %".6", i64 72
  %".51" = bitcast float* %".50" to <8 x float>*
  %".52" = getelementptr float, float* %".6", i64 80
  %".53" = bitcast float* %".52" to <8 x float>*
  %".54" = getelementptr float, float* %".6", i64 88
  %".55" = bitcast float* %".54" to <8 x float>*
  %".56" = load <8 x float>, <8 x float>* %".33", align 4
  %".57" = load <8 x float>, <8 x float>* %".35", align 4
  %".58" = load <8 x float>, <8 x float>* %".37", align 4
  %".59" = load <8 x float>, <8 x float>* %".39", align 4
  %".60" = load <8 x float>, <8 x float>* %".41", align 4
  %".61" = load <8 x float>, <8 x float>* %".43", align 4
  %".62" = load <8 x float>, <8 x float>* %".45", align 4
  %".63" = load <8 x float>, <8 x float>* %".47", align 4
  %".64" = load <8 x float>, <8 x float>* %".49", align 4
  %".65" = load <8 x float>, <8 x float>* %".51", align 4
  %".66" = load <8 x float>, <8 x float>* %".53", align 4
  %".67" = load <8 x float>, <8 x float>* %".55", align 4
  %".68" = icmp slt i64 0, %".3"
  br i1 %".68", label %"sum", label %"end"
sum:
  %".70" = phi  i64 [0, %"entry"], [%".149", %"sum"]
  %".71" = phi  i64 [0, %"entry"], [%".150", %"sum"]
  %".72" = phi  i64 [0, %"entry"], [%".151", %"sum"]
  %".73" = phi  <8 x float> [%".56", %"entry"], [%".93", %"sum"]
  %".74" = phi  <8 x float> [%".57", %"entry"], [%".98", %"sum"]
  %".75" = phi  <8 x float> [%".58", %"entry"], [%".103", %"sum"]
  %".76" = phi  <8 x float> [%".59", %"entry"], [%".108", %"sum"]
  %".77" = phi  <8 x float> [%".60", %"entry"], [%".113", %"sum"]
  %".78" = phi  <8 x float> [%".61", %"entry"], [%".118", %"sum"]
  %".79" = phi  <8 x float> [%".62", %"entry"], [%".123", %"sum"]
  %".80" = phi  <8 x float> [%".63", %"entry"], [%".128", %"sum"]
  %".81" = phi  <8 x float> [%".64", %"entry"], [%".133", %"sum"]
  %".82" = phi  <8 x float> [%".65", %"entry"], [%".138", %"sum"]
  %".83" = phi  <8 x float> [%".66", %"entry"], [%".143", %"sum"]
  %".84" = phi  <8 x float> [%".67", %"entry"], [%".148", %"sum"]
  %".85" = add i64 %".72", 0
  %".86" = getelementptr float, float* %".1", i64 %".85"
  %".87" = bitcast float* %".86" to <8 x float>*
  %".88" = load <8 x float>, <8 x float>* %".87", align 4
  %".89" = getelementptr float, float* %".9", i64 %".71"
  %".90" = load float, float* %".89"
  %".91" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".90", i32 0
  %".92" = shufflevector <8 x float> %".91", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".93" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".92", <8 x float> %".73")
  %".94" = getelementptr float, float* %".11", i64 %".71"
  %".95" = load float, float* %".94"
  %".96" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".95", i32 0
  %".97" = shufflevector <8 x float> %".96", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".98" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".97", <8 x float> %".74")
  %".99" = getelementptr float, float* %".13", i64 %".71"
  %".100" = load float, float* %".99"
  %".101" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".100", i32 0
  %".102" = shufflevector <8 x float> %".101", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".103" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".102", <8 x float> %".75")
  %".104" = getelementptr float, float* %".15", i64 %".71"
  %".105" = load float, float* %".104"
  %".106" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".105", i32 0
  %".107" = shufflevector <8 x float> %".106", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".108" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".107", <8 x float> %".76")
  %".109" = getelementptr float, float* %".17", i64 %".71"
  %".110" = load float, float* %".109"
  %".111" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".110", i32 0
  %".112" = shufflevector <8 x float> %".111", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".113" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".112", <8 x float> %".77")
  %".114" = getelementptr float, float* %".19", i64 %".71"
  %".115" = load float, float* %".114"
  %".116" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".115", i32 0
  %".117" = shufflevector <8 x float> %".116", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".118" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".117", <8 x float> %".78")
  %".119" = getelementptr float, float* %".21", i64 %".71"
  %".120" = load float, float* %".119"
  %".121" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".120", i32 0
  %".122" = shufflevector <8 x float> %".121", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".123" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".122", <8 x float> %".79")
  %".124" = getelementptr float, float* %".23", i64 %".71"
  %".125" = load float, float* %".124"
  %".126" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".125", i32 0
  %".127" = shufflevector <8 x float> %".126", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".128" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".127", <8 x float> %".80")
  %".129" = getelementptr float, float* %".25", i64 %".71"
  %".130" = load float, float* %".129"
  %".131" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".130", i32 0
  %".132" = shufflevector <8 x float> %".131", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".133" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".132", <8 x float> %".81")
  %".134" = getelementptr float, float* %".27", i64 %".71"
  %".135" = load float, float* %".134"
  %".136" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".135", i32 0
  %".137" = shufflevector <8 x float> %".136", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".138" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".137", <8 x float> %".82")
  %".139" = getelementptr float, float* %".29", i64 %".71"
  %".140" = load float, float* %".139"
  %".141" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".140", i32 0
  %".142" = shufflevector <8 x float> %".141", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".143" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".142", <8 x float> %".83")
  %".144" = getelementptr float, float* %".31", i64 %".71"
  %".145" = load float, float* %".144"
  %".146" = insertelement <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, float %".145", i32 0
  %".147" = shufflevector <8 x float> %".146", <8 x float> <float undef, float undef, float undef, float undef, float undef, float undef, float undef, float undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".148" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".88", <8 x float> %".147", <8 x float> %".84")
  %".149" = add i64 %".70", 1
  %".150" = add i64 %".71", %".4"
  %".151" = add i64 %".72", %".2"
  %".152" = icmp slt i64 %".149", %".3"
  br i1 %".152", label %"sum", label %"end"
end:
  %".154" = phi  <8 x float> [%".56", %"entry"], [%".93", %"sum"]
  %".155" = phi  <8 x float> [%".57", %"entry"], [%".98", %"sum"]
  %".156" = phi  <8 x float> [%".58", %"entry"], [%".103", %"sum"]
  %".157" = phi  <8 x float> [%".59", %"entry"], [%".108", %"sum"]
  %".158" = phi  <8 x float> [%".60", %"entry"], [%".113", %"sum"]
  %".159" = phi  <8 x float> [%".61", %"entry"], [%".118", %"sum"]
  %".160" = phi  <8 x float> [%".62", %"entry"], [%".123", %"sum"]
  %".161" = phi  <8 x float> [%".63", %"entry"], [%".128", %"sum"]
  %".162" = phi  <8 x float> [%".64", %"entry"], [%".133", %"sum"]
  %".163" = phi  <8 x float> [%".65", %"entry"], [%".138", %"sum"]
  %".164" = phi  <8 x float> [%".66", %"entry"], [%".143", %"sum"]
  %".165" = phi  <8 x float> [%".67", %"entry"], [%".148", %"sum"]
  store <8 x float> %".154", <8 x float>* %".33", align 4
  store <8 x float> %".155", <8 x float>* %".35", align 4
  store <8 x float> %".156", <8 x float>* %".37", align 4
  store <8 x float> %".157", <8 x float>* %".39", align 4
  store <8 x float> %".158", <8 x float>* %".41", align 4
  store <8 x float> %".159", <8 x float>* %".43", align 4
  store <8 x float> %".160", <8 x float>* %".45", align 4
  store <8 x float> %".161", <8 x float>* %".47", align 4
  store <8 x float> %".162", <8 x float>* %".49", align 4
  store <8 x float> %".163", <8 x float>* %".51", align 4
  store <8 x float> %".164", <8 x float>* %".53", align 4
  store <8 x float> %".165", <8 x float>* %".55", align 4
  ret void
}

@"table_1_1_1" = internal constant [12 x void (float*, i64, i64, i64, float**, float*)*] [void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_1", void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_2", void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_3", void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_4", void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_5", void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_6", void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_7", void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_8", void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_9", void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_10", void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_11", void (float*, i64, i64, i64, float**, float*)* @"sums_1_1_1_1_12"]
declare <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".1", i32 %".2", <8 x i1> %".3", <8 x float> %".4")

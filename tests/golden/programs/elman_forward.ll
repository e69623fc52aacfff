; ModuleID = "forward"
target triple = "unknown-unknown-unknown"
target datalayout = ""

define void @"forward"(i64 %".1", i64 %".2", i64* %".3") nounwind
{
entry:
  %".190" = alloca i64, i64 8, align 64
  %".79" = alloca float*, i64 12, align 64
  %".78" = alloca float, i64 96, align 64
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
  %".41" = inttoptr i64 %".40" to void (i64, i64, i64*)*
  %".42" = getelementptr i64, i64* %".3", i64 16
  %".43" = load i64, i64* %".42"
  %".44" = getelementptr i64, i64* %".3", i64 17
  %".45" = load i64, i64* %".44"
  %".46" = inttoptr i64 %".45" to float*
  %".47" = getelementptr i64, i64* %".3", i64 18
  %".48" = load i64, i64* %".47"
  %".49" = inttoptr i64 %".48" to float*
  %".50" = getelementptr i64, i64* %".3", i64 19
  %".51" = load i64, i64* %".50"
  %".52" = inttoptr i64 %".51" to float*
  %".53" = getelementptr i64, i64* %".3", i64 20
  %".54" = load i64, i64* %".53"
  %".55" = inttoptr i64 %".54" to float*
  %".56" = icmp ne i64 %".22", 0
  %".57" = ptrtoint i64* %".31" to i64
  %".58" = icmp ne i64 %".57", 0
  %".59" = mul i64 %".12", %".1"
  %".60" = udiv i64 %".59", %".2"
  %".61" = add i64 %".1", 1
  %".62" = mul i64 %".12", %".61"
  %".63" = udiv i64 %".62", %".2"
  %".64" = sub i64 %".63", %".60"
  %".65" = add i64 %".12", %".2"
  %".66" = add i64 %".65", -1
  %".67" = sub i64 %".66", %".1"
  %".68" = udiv i64 %".67", %".2"
  %".69" = select  i1 %".58", i64 %".68", i64 %".64"
  %".70" = select  i1 %".56", i64 %".12", i64 %".69"
  %".71" = select  i1 %".58", i64 %".1", i64 %".60"
  %".72" = select  i1 %".56", i64 0, i64 %".71"
  %".73" = xor i1 %".58", -1
  %".74" = or i1 %".56", %".73"
  %".75" = select  i1 %".74", i64 1, i64 %".2"
  %".76" = ptrtoint void (i64, i64, i64*)* %".41" to i64
  %".77" = icmp ne i64 %".76", 0
  br label %"head"
head:
  %".81" = phi  i64 [0, %"entry"], [%".406", %"end.4.endif"]
  %".82" = icmp slt i64 %".81", %".8"
  br i1 %".82", label %"body", label %"end"
body:
  %".84" = mul i64 %".81", %".10"
  %".85" = add i64 %".6", %".84"
  %".86" = add i64 %".85", 1
  br i1 %".58", label %"head.1", label %"active"
end:
  ret void
head.1:
  %".88" = phi  i64 [%".70", %"body"], [%".91", %"length"]
  %".89" = icmp sgt i64 %".88", 0
  br i1 %".89", label %"length", label %"active"
length:
  %".91" = sub i64 %".88", 1
  %".92" = mul i64 %".91", %".75"
  %".93" = add i64 %".72", %".92"
  %".94" = getelementptr i64, i64* %".34", i64 %".93"
  %".95" = load i64, i64* %".94"
  %".96" = getelementptr i64, i64* %".31", i64 %".95"
  %".97" = load i64, i64* %".96"
  %".98" = icmp sle i64 %".97", %".85"
  br i1 %".98", label %"head.1", label %"active"
active:
  %".100" = phi  i64 [%".70", %"body"], [0, %"head.1"], [%".88", %"length"]
  %".101" = sub i64 %".86", %".10"
  br label %"head.2"
head.2:
  %".103" = phi  i64 [%".100", %"active"], [%".159", %"end.2"]
  %".104" = icmp slt i64 %".103", %".70"
  br i1 %".104", label %"body.1", label %"end.1"
body.1:
  %".106" = mul i64 %".103", %".75"
  %".107" = add i64 %".72", %".106"
  %".108" = getelementptr i64, i64* %".34", i64 %".107"
  %".109" = load i64, i64* %".108"
  %".110" = sub i64 8, 1
  %".111" = add i64 %".14", %".110"
  %".112" = udiv i64 %".111", 8
  %".113" = mul i64 %".112", %".1"
  %".114" = udiv i64 %".113", %".2"
  %".115" = add i64 %".1", 1
  %".116" = mul i64 %".112", %".115"
  %".117" = udiv i64 %".116", %".2"
  %".118" = select  i1 %".56", i64 %".114", i64 0
  %".119" = select  i1 %".56", i64 %".117", i64 %".112"
  br label %"head.3"
end.1:
  %".161" = sub i64 8, 1
  %".162" = add i64 %".14", %".161"
  %".163" = udiv i64 %".162", 8
  %".164" = mul i64 %".163", %".1"
  %".165" = udiv i64 %".164", %".2"
  %".166" = add i64 %".1", 1
  %".167" = mul i64 %".163", %".166"
  %".168" = udiv i64 %".167", %".2"
  %".169" = select  i1 %".56", i64 %".165", i64 0
  %".170" = select  i1 %".56", i64 %".168", i64 %".163"
  br label %"head.5"
head.3:
  %".121" = phi  i64 [%".118", %"body.1"], [%".157", %"end.3"]
  %".122" = icmp slt i64 %".121", %".119"
  br i1 %".122", label %"body.2", label %"end.2"
body.2:
  %".124" = mul i64 %".121", 1
  %".125" = sub i64 8, 1
  %".126" = add i64 %".14", %".125"
  %".127" = udiv i64 %".126", 8
  %".128" = sub i64 %".127", %".124"
  %".129" = icmp slt i64 %".128", 1
  %".130" = select  i1 %".129", i64 %".128", i64 1
  br label %"head.4"
end.2:
  %".159" = add i64 %".103", 1
  br label %"head.2"
head.4:
  %".132" = phi  i64 [0, %"body.2"], [%".155", %"body.3"]
  %".133" = icmp slt i64 %".132", %".130"
  br i1 %".133", label %"body.3", label %"end.3"
body.3:
  %".135" = add i64 %".124", %".132"
  %".136" = mul i64 %".135", 8
  %".137" = sub i64 %".14", %".136"
  %".138" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".137", i32 0
  %".139" = shufflevector <8 x i64> %".138", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".140" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".139"
  %".141" = mul i64 %".101", %".12"
  %".142" = add i64 %".141", %".109"
  %".143" = mul i64 %".142", %".18"
  %".144" = add i64 %".143", %".136"
  %".145" = mul i64 %".86", %".12"
  %".146" = add i64 %".145", %".109"
  %".147" = mul i64 %".146", %".18"
  %".148" = add i64 %".147", %".136"
  %".149" = getelementptr float, float* %".49", i64 %".144"
  %".150" = bitcast float* %".149" to <8 x float>*
  %".151" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".150", i32 4, <8 x i1> %".140", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".152" = getelementptr float, float* %".49", i64 %".148"
  %".153" = bitcast float* %".152" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> %".151", <8 x float>* %".153", i32 4, <8 x i1> %".140")
  %".155" = add i64 %".132", 1
  br label %"head.4"
end.3:
  %".157" = add i64 %".121", 1
  br label %"head.3"
head.5:
  %".172" = phi  i64 [%".169", %"end.1"], [%".399", %"end.5"]
  %".173" = icmp slt i64 %".172", %".170"
  br i1 %".173", label %"body.4", label %"end.4"
body.4:
  br i1 %".77", label %"body.4.if", label %"body.4.endif"
end.4:
  %".401" = icmp sgt i64 %".2", 1
  %".402" = and i1 %".56", %".401"
  br i1 %".402", label %"end.4.if", label %"end.4.endif"
body.4.if:
  %".176" = select  i1 %".77", i64 %".1", i64 %".172"
  %".177" = mul i64 %".14", 8
  %".178" = mul i64 %".176", %".177"
  %".179" = getelementptr float, float* %".52", i64 %".178"
  %".180" = add i64 %".6", 1
  %".181" = icmp ne i64 %".43", 0
  %".182" = icmp eq i64 %".86", %".180"
  %".183" = and i1 %".181", %".182"
  %".184" = select  i1 %".183", i64 0, i64 %".14"
  %".185" = getelementptr float, float* %".179", i64 0
  %".186" = mul i64 1, 8
  %".187" = sub i64 %".186", 1
  %".188" = add i64 %".14", %".187"
  %".189" = udiv i64 %".188", %".186"
  %".191" = getelementptr i64, i64* %".190", i64 0
  store i64 %".14", i64* %".191"
  %".193" = getelementptr i64, i64* %".190", i64 1
  store i64 %".184", i64* %".193"
  %".195" = getelementptr i64, i64* %".190", i64 2
  store i64 %".14", i64* %".195"
  %".197" = getelementptr i64, i64* %".190", i64 3
  store i64 1, i64* %".197"
  %".199" = getelementptr i64, i64* %".190", i64 4
  store i64 0, i64* %".199"
  %".201" = getelementptr i64, i64* %".190", i64 5
  store i64 8, i64* %".201"
  %".203" = ptrtoint float* %".55" to i64
  %".204" = getelementptr i64, i64* %".190", i64 6
  store i64 %".203", i64* %".204"
  %".206" = ptrtoint float* %".185" to i64
  %".207" = getelementptr i64, i64* %".190", i64 7
  store i64 %".206", i64* %".207"
  call void %".41"(i64 %".172", i64 %".189", i64* %".190")
  br label %"body.4.endif"
body.4.endif:
  br label %"head.6"
head.6:
  %".212" = phi  i64 [0, %"body.4.endif"], [%".397", %"end.9"]
  %".213" = icmp slt i64 %".212", %".100"
  br i1 %".213", label %"block", label %"end.5"
block:
  %".215" = sub i64 %".100", %".212"
  %".216" = sub i64 12, 1
  %".217" = add i64 %".215", %".216"
  %".218" = udiv i64 %".217", 12
  %".219" = sub i64 %".218", 1
  %".220" = add i64 %".215", %".219"
  %".221" = udiv i64 %".220", %".218"
  %".222" = mul i64 %".172", 1
  %".223" = sub i64 8, 1
  %".224" = add i64 %".14", %".223"
  %".225" = udiv i64 %".224", 8
  %".226" = sub i64 %".225", %".222"
  %".227" = icmp slt i64 %".226", 1
  %".228" = select  i1 %".227", i64 %".226", i64 1
  br label %"head.7"
end.5:
  %".399" = add i64 %".172", 1
  br label %"head.5"
head.7:
  %".230" = phi  i64 [0, %"block"], [%".273", %"end.7"]
  %".231" = icmp slt i64 %".230", %".221"
  br i1 %".231", label %"body.5", label %"end.6"
body.5:
  %".233" = add i64 %".212", %".230"
  %".234" = mul i64 %".233", %".75"
  %".235" = add i64 %".72", %".234"
  %".236" = getelementptr i64, i64* %".34", i64 %".235"
  %".237" = load i64, i64* %".236"
  %".238" = mul i64 %".172", 1
  %".239" = sub i64 8, 1
  %".240" = add i64 %".14", %".239"
  %".241" = udiv i64 %".240", 8
  %".242" = sub i64 %".241", %".238"
  %".243" = icmp slt i64 %".242", 1
  %".244" = select  i1 %".243", i64 %".242", i64 1
  br label %"head.8"
end.6:
  br label %"head.9"
head.8:
  %".246" = phi  i64 [0, %"body.5"], [%".271", %"body.6"]
  %".247" = icmp slt i64 %".246", %".244"
  br i1 %".247", label %"body.6", label %"end.7"
body.6:
  %".249" = add i64 %".238", %".246"
  %".250" = mul i64 %".249", 8
  %".251" = sub i64 %".14", %".250"
  %".252" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".251", i32 0
  %".253" = shufflevector <8 x i64> %".252", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".254" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".253"
  %".255" = mul i64 %".230", 1
  %".256" = add i64 %".255", 0
  %".257" = add i64 %".256", %".246"
  %".258" = mul i64 %".257", 8
  %".259" = mul i64 %".86", %".12"
  %".260" = add i64 %".259", %".237"
  %".261" = mul i64 %".260", 1
  %".262" = add i64 %".261", 0
  %".263" = mul i64 %".262", %".14"
  %".264" = add i64 %".263", %".250"
  %".265" = getelementptr float, float* %".46", i64 %".264"
  %".266" = bitcast float* %".265" to <8 x float>*
  %".267" = call <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".266", i32 4, <8 x i1> %".254", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>)
  %".268" = getelementptr float, float* %".78", i64 %".258"
  %".269" = bitcast float* %".268" to <8 x float>*
  store <8 x float> %".267", <8 x float>* %".269", align 4
  %".271" = add i64 %".246", 1
  br label %"head.8"
end.7:
  %".273" = add i64 %".230", 1
  br label %"head.7"
head.9:
  %".276" = phi  i64 [0, %"end.6"], [%".291", %"body.7"]
  %".277" = icmp slt i64 %".276", %".221"
  br i1 %".277", label %"body.7", label %"end.8"
body.7:
  %".279" = add i64 %".212", %".276"
  %".280" = mul i64 %".279", %".75"
  %".281" = add i64 %".72", %".280"
  %".282" = getelementptr i64, i64* %".34", i64 %".281"
  %".283" = load i64, i64* %".282"
  %".284" = sub i64 %".86", %".10"
  %".285" = mul i64 %".284", %".12"
  %".286" = add i64 %".285", %".283"
  %".287" = mul i64 %".286", %".18"
  %".288" = getelementptr float, float* %".49", i64 %".287"
  %".289" = getelementptr float*, float** %".79", i64 %".276"
  store float* %".288", float** %".289"
  %".291" = add i64 %".276", 1
  br label %"head.9"
end.8:
  %".293" = getelementptr float, float* %".78", i64 0
  %".294" = add i64 %".6", 1
  %".295" = icmp ne i64 %".43", 0
  %".296" = icmp eq i64 %".86", %".294"
  %".297" = and i1 %".295", %".296"
  %".298" = select  i1 %".297", i64 0, i64 %".14"
  %".299" = select  i1 %".77", i64 %".1", i64 %".172"
  %".300" = mul i64 %".14", 8
  %".301" = mul i64 %".299", %".300"
  %".302" = getelementptr float, float* %".52", i64 %".301"
  %".303" = sub i64 %".228", 1
  %".304" = mul i64 %".303", 12
  %".305" = add i64 %".304", %".221"
  %".306" = add i64 %".305", -1
  %".307" = getelementptr [12 x void (float*, i64, i64, i64, float**, float*)*], [12 x void (float*, i64, i64, i64, float**, float*)*]* @"table_1_1_1", i64 0, i64 %".306"
  %".308" = load void (float*, i64, i64, i64, float**, float*)*, void (float*, i64, i64, i64, float**, float*)** %".307"
  call void %".308"(float* %".302", i64 8, i64 %".298", i64 1, float** %".79", float* %".293")
  br label %"head.10"
head.10:
  %".311" = phi  i64 [0, %"end.8"], [%".395", %"end.10"]
  %".312" = icmp slt i64 %".311", %".221"
  br i1 %".312", label %"body.8", label %"end.9"
body.8:
  %".314" = add i64 %".212", %".311"
  %".315" = mul i64 %".314", %".75"
  %".316" = add i64 %".72", %".315"
  %".317" = getelementptr i64, i64* %".34", i64 %".316"
  %".318" = load i64, i64* %".317"
  %".319" = mul i64 %".172", 1
  %".320" = sub i64 8, 1
  %".321" = add i64 %".14", %".320"
  %".322" = udiv i64 %".321", 8
  %".323" = sub i64 %".322", %".319"
  %".324" = icmp slt i64 %".323", 1
  %".325" = select  i1 %".324", i64 %".323", i64 1
  br label %"head.11"
end.9:
  %".397" = add i64 %".212", %".221"
  br label %"head.6"
head.11:
  %".327" = phi  i64 [0, %"body.8"], [%".393", %"body.9"]
  %".328" = icmp slt i64 %".327", %".325"
  br i1 %".328", label %"body.9", label %"end.10"
body.9:
  %".330" = add i64 %".319", %".327"
  %".331" = mul i64 %".330", 8
  %".332" = sub i64 %".14", %".331"
  %".333" = insertelement <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, i64 %".332", i32 0
  %".334" = shufflevector <8 x i64> %".333", <8 x i64> <i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef, i64 undef>, <8 x i32> <i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %".335" = icmp slt <8 x i64> <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>, %".334"
  %".336" = mul i64 %".311", 1
  %".337" = add i64 %".336", 0
  %".338" = add i64 %".337", %".327"
  %".339" = mul i64 %".338", 8
  %".340" = getelementptr float, float* %".78", i64 %".339"
  %".341" = bitcast float* %".340" to <8 x float>*
  %".342" = load <8 x float>, <8 x float>* %".341", align 4
  %".343" = call <8 x float> @"llvm.fabs.v8f32"(<8 x float> %".342")
  %".344" = fcmp ogt <8 x float> %".343", <float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000>
  %".345" = select  <8 x i1> %".344", <8 x float> <float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000, float 0x4022059660000000>, <8 x float> %".343"
  %".346" = fcmp olt <8 x float> %".345", <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>
  %".347" = select  <8 x i1> %".346", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>, <8 x float> %".345"
  %".348" = fadd <8 x float> %".347", %".347"
  %".349" = fmul <8 x float> %".348", <float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000, float 0x3ff7154760000000>
  %".350" = call <8 x float> @"llvm.roundeven.v8f32"(<8 x float> %".349")
  %".351" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".350", <8 x float> <float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000, float 0xbfe62e0000000000>, <8 x float> %".348")
  %".352" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".350", <8 x float> <float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000, float 0xbf00bfbe80000000>, <8 x float> %".351")
  %".353" = fmul <8 x float> %".352", %".352"
  %".354" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> <float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000, float 0x3f2a01a020000000>, <8 x float> %".352", <8 x float> <float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000, float 0x3f56c16c20000000>)
  %".355" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".354", <8 x float> %".352", <8 x float> <float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000, float 0x3f81111120000000>)
  %".356" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".355", <8 x float> %".352", <8 x float> <float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000, float 0x3fa5555560000000>)
  %".357" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".356", <8 x float> %".352", <8 x float> <float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000, float 0x3fc5555560000000>)
  %".358" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".357", <8 x float> %".352", <8 x float> <float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000, float 0x3fe0000000000000>)
  %".359" = fmul <8 x float> %".353", %".358"
  %".360" = fcmp ord <8 x float> %".350", %".350"
  %".361" = select  <8 x i1> %".360", <8 x float> %".350", <8 x float> <float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0, float              0x0>
  %".362" = fptosi <8 x float> %".361" to <8 x i32>
  %".363" = fadd <8 x float> %".352", %".359"
  %".364" = fsub <8 x float> %".363", %".352"
  %".365" = fsub <8 x float> %".359", %".364"
  %".366" = add <8 x i32> %".362", <i32 127, i32 127, i32 127, i32 127, i32 127, i32 127, i32 127, i32 127>
  %".367" = shl <8 x i32> %".366", <i32 23, i32 23, i32 23, i32 23, i32 23, i32 23, i32 23, i32 23>
  %".368" = bitcast <8 x i32> %".367" to <8 x float>
  %".369" = fsub <8 x float> %".368", <float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000>
  %".370" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".368", <8 x float> %".363", <8 x float> %".369")
  %".371" = fsub <8 x float> %".369", %".370"
  %".372" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".368", <8 x float> %".363", <8 x float> %".371")
  %".373" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".368", <8 x float> %".365", <8 x float> %".372")
  %".374" = fadd <8 x float> <float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000>, %".370"
  %".375" = fsub <8 x float> %".374", <float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000, float 0x4000000000000000>
  %".376" = fsub <8 x float> %".370", %".375"
  %".377" = fdiv <8 x float> <float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000, float 0x3ff0000000000000>, %".374"
  %".378" = fmul <8 x float> %".370", %".377"
  %".379" = fmul <8 x float> %".378", %".376"
  %".380" = fsub <8 x float> %".373", %".379"
  %".381" = fneg <8 x float> %".378"
  %".382" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".381", <8 x float> %".374", <8 x float> %".370")
  %".383" = fadd <8 x float> %".382", %".380"
  %".384" = call <8 x float> @"llvm.fma.v8f32"(<8 x float> %".383", <8 x float> %".377", <8 x float> %".378")
  %".385" = call <8 x float> @"llvm.copysign.v8f32"(<8 x float> %".384", <8 x float> %".342")
  %".386" = mul i64 %".86", %".12"
  %".387" = add i64 %".386", %".318"
  %".388" = mul i64 %".387", %".18"
  %".389" = add i64 %".388", %".331"
  %".390" = getelementptr float, float* %".49", i64 %".389"
  %".391" = bitcast float* %".390" to <8 x float>*
  call void @"llvm.masked.store.v8f32.p0"(<8 x float> %".385", <8 x float>* %".391", i32 4, <8 x i1> %".335")
  %".393" = add i64 %".327", 1
  br label %"head.11"
end.10:
  %".395" = add i64 %".311", 1
  br label %"head.10"
end.4.if:
  call void %".25"(i64 %".2", i64* %".28")
  br label %"end.4.endif"
end.4.endif:
  %".406" = add i64 %".81", 1
  br label %"head"
}

declare <8 x float> @"llvm.masked.load.v8f32.p0"(<8 x float>* %".1", i32 %".2", <8 x i1> %".3", <8 x float> %".4")

declare void @"llvm.masked.store.v8f32.p0"(<8 x float> %".1", <8 x float>* %".2", i32 %".3", <8 x i1> %".4")

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
declare <8 x float> @"llvm.fabs.v8f32"(<8 x float> %".1")

declare <8 x float> @"llvm.roundeven.v8f32"(<8 x float> %".1")

declare <8 x float> @"llvm.copysign.v8f32"(<8 x float> %".1", <8 x float> %".2")
